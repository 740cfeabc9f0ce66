import { MINUTE_MS } from '@domain/shared/instant'
import { followCodeOf } from '@cloud/commands/followCode'
import { aMatterIn, aReport, openTestApp, succeed, type TestApp } from '../../support/openTestApp'

let test_: TestApp
beforeAll(async () => void (test_ = await openTestApp()), 60_000)
beforeEach(() => test_.app.context.database.query('delete from attempts'))
afterAll(() => test_.close())

/** Nobody is signed in; 198.51.100.0/24 is kept for examples. */
const follow = (code: string, address = '198.51.100.7') =>
  test_.app.dispatch('followMatter', { code }, { address }) as Promise<{
    status: number
    body: Record<string, any>
  }>

async function codeOf(matterId: string): Promise<string> {
  const { cast, call } = test_
  const body = await succeed(call(cast.hubOperatorOfXijiang, 'getMatter', { matterId }))
  return body.matter.followCode
}

async function reported(change: Record<string, unknown>): Promise<Record<string, any>> {
  const { cast, call } = test_
  return (await succeed(call(cast.residentChen, 'reportMatter', aReport(change)))).matter
}

const secretWords = '老陈家门口的垃圾，电话 19900001234'

test('whoever holds the code sees how far it has come, with nothing private in it', async () => {
  const { cast, call, app } = test_
  const { matterId, followCode, number } = await reported({ text: secretWords, kind: '0501' })
  const steps = [
    [cast.hubOperatorOfXijiang, 'accept', {}],
    [
      cast.hubOperatorOfXijiang,
      'dispatch',
      { owner: { kind: 'person', personId: cast.gridWorkerLi.personId }, note: '找老陈' },
    ],
    [cast.gridWorkerLi, 'claim', {}],
  ] as const
  for (const [who, action, input] of steps) {
    const commandId = app.context.newId()
    await succeed(call(who, 'actOnMatter', { commandId, matterId, action, input }))
  }
  const { status, body } = await follow(followCode)
  expect(status).toBe(200)
  expect(body).toEqual({
    matter: {
      number,
      statusTitle: '处置中',
      ended: false,
      open: {
        kindName: '暴露垃圾与垃圾满溢',
        flowTitle: '事件',
        townshipName: '西江镇',
        sentence: expect.stringMatching(/^有人在办，.+前办完$/),
        receivedAt: expect.any(String),
        dueAt: expect.any(String),
        steps: ['已上报', '已受理', '已派遣', '处置中'].map((title) => ({
          at: expect.any(String),
          title,
        })),
      },
    },
  })
  const whole = JSON.stringify(body)
  const names = [cast.residentChen, cast.gridWorkerLi, cast.hubOperatorOfXijiang]
  for (const { name, personId } of names) {
    expect(whole).not.toContain(name)
    expect(whole).not.toContain(personId)
  }
  for (const hidden of [matterId, '老陈', '1990', '宝珠', '网格', '112.', 'S0'])
    expect(whole).not.toContain(hidden)
})

test('the code may be typed in small letters, with spaces, or without its hyphens', async () => {
  const code = await codeOf(await aMatterIn('reported', test_))
  for (const typed of [
    code.toLowerCase(),
    code.replaceAll('-', ''),
    ` ${code.replaceAll('-', ' ')} `,
  ])
    expect((await follow(typed)).status).toBe(200)
})

test('a code that is near, guessed or invented is answered like one that never was', async () => {
  const matterId = await aMatterIn('reported', test_)
  const code = await codeOf(matterId)
  const last = code.at(-1)
  const near = code.slice(0, -1) + (last === 'A' ? 'B' : 'A')
  const other = await codeOf(await aMatterIn('reported', test_))
  const swapped = code.slice(0, -11) + other.slice(-11)
  const answers = await Promise.all(
    [near, swapped, code.slice(0, -12), 'E44188220200101000010-AAAAA-AAAAA', 'x', matterId].map(
      (typed) => follow(typed),
    ),
  )
  const [first] = answers
  expect(first).toMatchObject({ status: 404, body: { code: 'follow.unknown' } })
  for (const answer of answers) expect(answer).toEqual(first)
})

test('of what is a little private only the number and the state are told', async () => {
  const { followCode, number, sensitivity } = await reported({ kind: '0101', text: secretWords })
  expect(sensitivity).toBe('S1')
  expect((await follow(followCode)).body).toEqual({
    matter: { number, statusTitle: '已上报', ended: false },
  })
})

test.each([
  ['S2', '0102'],
  ['S3', '0701'],
])(
  'what must stay unseen (%s) has no code, and a right one is answered like an unknown one',
  async (level, kind) => {
    const { followCode, number, sensitivity } = await reported({ kind })
    expect([sensitivity, followCode]).toEqual([level, undefined])
    const made = await follow(followCodeOf(test_.app.context, number))
    expect(made).toEqual(await follow('x'))
  },
)

test('who guesses too often waits, and is not told even when they guess right; others go on', async () => {
  const code = await codeOf(await aMatterIn('reported', test_))
  for (let tries = 0; tries < 60; tries++)
    expect((await follow('nonsense')).body.code).toBe('follow.unknown')
  expect((await follow(code)).body).toMatchObject({
    code: 'follow.too-many-attempts',
    details: { until: expect.any(String) },
  })
  expect((await follow(code, '198.51.100.8')).status).toBe(200)
  test_.moveClock(15 * MINUTE_MS)
  expect((await follow(code)).status).toBe(200)
})

test('following with the right code costs nobody an attempt', async () => {
  const code = await codeOf(await aMatterIn('reported', test_))
  for (let looks = 0; looks < 70; looks++) expect((await follow(code)).status).toBe(200)
})

test('neighbours who read a matter with the village are not handed its code', async () => {
  const { cast, call } = test_
  const { matterId } = await reported({ kind: '0501' })
  const stranger = await call(cast.residentOfAnotherVillage, 'getMatter', { matterId })
  expect(JSON.stringify(stranger.body)).not.toContain('followCode')
})
