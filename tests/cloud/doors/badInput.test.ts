import { connect } from 'node:net'
import { problems, type Problem, type ProblemCode } from '@contract/problems'
import { ask, newId, send, sendRaw, type HttpAnswer } from '../../support/httpClient'
import { aReport } from '../../support/openTestApp'
import { testCounty } from '../../support/testCounty'
import { openTestDoor, type TestDoor } from './openDoor'

let door: TestDoor
let token: string

beforeAll(async () => {
  door = await openTestDoor()
  token = await door.signIn(door.cast.informationOfficerTang)
}, 60_000)
afterAll(() => door.close())

/** Every refusal has the same form, and says nothing of the inside. */
function refusedAs(answer: HttpAnswer, code: ProblemCode): Problem {
  const problem = answer.body as Problem
  expect(problem).toMatchObject({ code, ...problems[code], type: `/docs/problems#${code}` })
  expect(problem.instance).toMatch(/^[0-9a-f-]{36}$/)
  expect(answer.status).toBe(problems[code].status)
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(answer.text).not.toMatch(/\bat .*:\d+|node_modules|\.ts\b|\.js\b|select |stack|FST_/i)
  if (problem.retry === 'later')
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  return problem
}

const json = { 'content-type': 'application/json' }
const post = (name: string, body: string | Buffer, headers: Record<string, string> = json) =>
  sendRaw(`${door.url}/api/v1/${name}`, body, { token, headers })

describe('a body that nobody can read', () => {
  test('a report that broke off on its way is asked for again', async () => {
    const whole = JSON.stringify(aReport())
    for (const length of [1, 40, whole.length - 1])
      refusedAs(await post('reportMatter', whole.slice(0, length)), 'request.malformed-json')
    refusedAs(await post('reportMatter', ''), 'request.malformed-json')
    refusedAs(await post('reportMatter', Buffer.from([0xff, 0xfe, 0x00])), 'request.malformed-json')
  })

  test('what is no JSON is refused by its name, not guessed at', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'text/xml', 'nonsense'])
      refusedAs(await post('whoAmI', '{}', { 'content-type': type }), 'request.wrong-media-type')
  })

  test('a body far too large is refused, and the same session goes on', async () => {
    const huge = JSON.stringify({ ...aReport(), text: '大'.repeat(200_000) })
    expect(Buffer.byteLength(huge)).toBeGreaterThan(600_000)
    refusedAs(await post('reportMatter', huge), 'request.too-large')
    expect((await post('whoAmI', '{}')).status).toBe(200)
  })

  test('JSON nested a hundred thousand deep is one more wrong body', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    refusedAs(await post('reportMatter', deep), 'request.invalid')
    refusedAs(await post('reportMatter', `{"place":${deep}}`), 'request.invalid')
    const objects = '{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000)
    refusedAs(await post('actOnMatter', `{"input":${objects}}`), 'request.invalid')
  })

  test('a body that reaches for the prototype of all objects is refused and changes nothing', async () => {
    const poisoned = '{"__proto__":{"demo":true},"commandId":"x"}'
    refusedAs(await post('reportMatter', poisoned), 'request.malformed-json')
    refusedAs(
      await post('whoAmI', '{"constructor":{"prototype":{"demo":true}}}'),
      'request.malformed-json',
    )
    expect('demo' in {}).toBe(false)
  })
})

describe('an address that leads nowhere', () => {
  test('a name that is not on the list is not found, whatever an object of the program calls its own', async () => {
    for (const name of [
      'noSuchThing',
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      'x'.repeat(300),
    ])
      refusedAs(await post(name, '{}'), 'request.unknown-name')
  })

  test('an address that cannot be read is answered in the same form', async () => {
    refusedAs(await post('%zz', '{}'), 'request.unknown-name')
    refusedAs(await post('../../etc/passwd', '{}'), 'request.unknown-name')
    refusedAs(
      await post('files/not-an-id/chunks', 'x', { 'content-type': 'application/octet-stream' }),
      'request.invalid',
    )
  })

  test('bytes that are no HTTP are answered and the server goes on', async () => {
    const { hostname, port } = new URL(door.url)
    const answer = await new Promise<string>((resolve) => {
      let text = ''
      const socket = connect(Number(port), hostname, () =>
        socket.write('\u0000\u0001 nonsense\r\n\r\n'),
      )
      socket.on('data', (chunk: Buffer) => void (text += chunk.toString()))
      socket.on('close', () => resolve(text))
    })
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).not.toMatch(/\bat .*:\d+|node_modules/)
    expect((await post('whoAmI', '{}')).status).toBe(200)
  })
})

describe('who asks', () => {
  test('nobody sees the county without a session, nor with an invented or a broken one', async () => {
    refusedAs(await send(door.url, 'listMatters', {}), 'access.not-signed-in')
    refusedAs(
      await send(door.url, 'listMatters', {}, { token: 'A'.repeat(43) }),
      'access.session-ended',
    )
    for (const authorization of ['Bearer', 'Basic abc', 'Bearer a b', `Bearer ${'!'.repeat(20)}`])
      refusedAs(
        await send(door.url, 'whoAmI', {}, { headers: { authorization } }),
        'access.not-signed-in',
      )
  })

  test('a session ends at once when its owner signs out', async () => {
    const mine = await door.signIn(door.cast.informationOfficerTang)
    await ask(door.url, 'whoAmI', {}, mine)
    await ask(door.url, 'signOut', {}, mine)
    refusedAs(await send(door.url, 'whoAmI', {}, { token: mine }), 'access.session-ended')
  })

  test('a header that claims an identity of WeChat gives none', async () => {
    const headers = { 'x-wx-openid': 'oWang', 'x-wx-source': 'wx_client', 'x-wx-unionid': 'u' }
    refusedAs(await send(door.url, 'whoAmI', {}, { headers }), 'access.not-signed-in')
    const asWechat = await send(
      door.url,
      'signIn',
      { method: 'wechat', code: 'made-up' },
      { headers },
    )
    expect(asWechat.status).not.toBe(200)
    const me = await ask(door.url, 'whoAmI', {}, token)
    const still = await send(door.url, 'whoAmI', {}, { token, headers })
    expect(still.body).toMatchObject({ person: me.person })
  })
})

describe('guessing', () => {
  const account = `hub-${testCounty.anotherTownship}`
  const guess = (who: string, password: string) =>
    send(door.url, 'signIn', { method: 'password', account: who, password })

  test('five wrong passwords lock the account for a quarter of an hour, and then the right one opens it', async () => {
    for (let time = 0; time < 5; time++)
      refusedAs(await guess(account, `wrong${time}`), 'access.wrong-password')
    refusedAs(await guess(account, testCounty.password), 'access.locked')
    door.moveClock(14 * 60_000)
    refusedAs(await guess(account, testCounty.password), 'access.locked')
    door.moveClock(61_000)
    expect((await guess(account, testCounty.password)).status).toBe(200)
  })

  test('a wrong guess after a right sign-in is the first of five again', async () => {
    for (let time = 0; time < 4; time++)
      refusedAs(await guess(account, 'wrong'), 'access.wrong-password')
    expect((await guess(account, testCounty.password)).status).toBe(200)
    refusedAs(await guess(account, 'wrong'), 'access.wrong-password')
    expect((await guess(account, testCounty.password)).status).toBe(200)
  })

  test('an account that does not exist answers as one with another password does', async () => {
    const plain = ({ text }: HttpAnswer) => text.replace(/"instance":"[^"]*"/, '')
    const known = await guess(`head-${testCounty.anotherTownship}`, 'wrong')
    const unknown = await guess('nobody-at-all', 'wrong')
    const fromWechat = await guess(`gw-${testCounty.grid}-1`, 'wrong')
    expect(plain(unknown)).toBe(plain(known))
    expect(plain(fromWechat)).toBe(plain(known))
  })
})

describe('a county that is no demo', () => {
  test('lets nobody in as a demo person', async () => {
    const real = await openTestDoor({ demo: false })
    const answer = await send(real.url, 'signIn', { method: 'demo', user: 'countyAdmin' })
    refusedAs(answer, 'access.demo-disabled')
    await real.close()
  }, 60_000)
})

describe('a flood', () => {
  const MINUTE_MAX = 20
  let narrow: TestDoor
  beforeAll(
    async () => void (narrow = await openTestDoor({ requestsPerMinute: MINUTE_MAX })),
    60_000,
  )
  afterAll(() => narrow.close())

  async function flood(tokenOf: () => string): Promise<HttpAnswer[]> {
    const sends = Array.from({ length: 3 * MINUTE_MAX }, () =>
      send(narrow.url, 'whoAmI', {}, { token: tokenOf() }),
    )
    return Promise.all(sends)
  }

  test('from one session is slowed down and told for how long, while another session is served', async () => {
    const [loud, quiet] = [
      await narrow.signIn(narrow.cast.residentChen),
      await narrow.signIn(narrow.cast.hubOperatorOfXijiang),
    ]
    const answers = await flood(() => loud)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(MINUTE_MAX)
    const refused = answers.find(({ status }) => status !== 200)
    if (!refused) throw new Error('Nothing was refused')
    refusedAs(refused, 'request.too-many')
    const wait = Number(refused.headers.get('retry-after'))
    expect(wait).toBeGreaterThan(5)
    expect(wait).toBeLessThanOrEqual(60)
    expect((await send(narrow.url, 'whoAmI', {}, { token: quiet })).status).toBe(200)
  })

  test('under a new invented token each time is still one flood', async () => {
    const answers = await flood(() => `invented${newId()}`)
    const slowed = answers.filter(({ status }) => status === 429)
    expect(slowed.length).toBeGreaterThanOrEqual(2 * MINUTE_MAX)
  })
})
