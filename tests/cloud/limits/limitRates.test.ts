import type { Problem } from '@contract/problems'
import { signPhotoLink } from '@cloud/files/photoLinks'
import type { Settings } from '@cloud/settings'
import { newId, readAnswer, send } from '../../support/httpClient'
import { testCounty } from '../../support/testCounty'
import { openTestDoor, type TestDoor } from '../doors/openDoor'

/** What everybody may ask in a minute; photos are counted apart, five times as many. */
const REQUESTS = 10
const PHOTOS = 50

let door: TestDoor

async function open(change: Partial<Settings> = {}): Promise<void> {
  door = await openTestDoor({ requestsPerMinute: REQUESTS, trustProxy: '127.0.0.1', ...change })
}

afterEach(() => door.close())

type Asked = { token?: string; from?: string; body?: unknown }

/** Sent by a proxy on this machine for somebody at another address. */
async function ask(name: string, { token, from = '203.0.113.1', body = {} }: Asked) {
  return send(door.url, name, body, { token, headers: { 'x-forwarded-for': from } })
}

/** How many of so many get through. */
async function count(times: number, asking: () => Promise<{ status: number }>): Promise<number> {
  const answers = await Promise.all(Array.from({ length: times }, asking))
  return answers.filter(({ status }) => status !== 429).length
}

test('each session has its own minute, and an invented token only shares its address’s', async () => {
  await open()
  const li = await door.signIn(door.cast.gridWorkerLi)
  const tang = await door.signIn(door.cast.informationOfficerTang)
  expect(await count(20, () => ask('whoAmI', { token: li }))).toBe(REQUESTS)
  expect(await count(20, () => ask('whoAmI', { token: tang }))).toBe(REQUESTS)
  expect(await count(20, () => ask('whoAmI', { token: newId() }))).toBe(REQUESTS)
  expect(await count(20, () => ask('whoAmI', { token: newId(), from: '203.0.113.2' }))).toBe(
    REQUESTS,
  )
}, 60_000)

test('whoever writes their own forwarding header to a server without a proxy is counted as themselves', async () => {
  await open({ trustProxy: false })
  let host = 0
  const elsewhere = () => ask('whoAmI', { from: `203.0.113.${host++}` })
  expect(await count(20, elsewhere)).toBe(REQUESTS)
}, 60_000)

test('thirty people a minute sign in from one address, and the rest are told when to come again', async () => {
  await open({ requestsPerMinute: 100 })
  const body = { method: 'demo', user: 'resident' }
  expect(await count(40, () => ask('signIn', { body }))).toBe(30)
  const answer = await ask('signIn', { body })
  expect(answer.body as Problem).toMatchObject({ code: 'request.too-many', retry: 'later' })
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await ask('signIn', { body, from: '203.0.113.2' })).status).toBe(200)
  expect((await ask('whoAmI', {})).status).toBe(401)
}, 60_000)

test('photos are counted apart by the person of the link, and made-up links by address', async () => {
  await open()
  const { context } = door.app
  const { personId } = door.cast.gridWorkerLi
  const key = `photos/${'ab'.repeat(32)}.jpg`
  const about = { countyId: context.countyId, personId, key, sensitive: false, now: context.now() }
  const link = signPhotoLink(context.linkSecret, about)
  const headers = { 'x-forwarded-for': '203.0.113.1' }
  const load = (url: string) => fetch(`${door.url}${url}`, { headers }).then(readAnswer)
  expect(await count(60, () => load(link.replace('s=', 's=x')))).toBe(PHOTOS)
  expect(await count(60, () => load(link))).toBe(PHOTOS)
  expect((await load(link)).body).toMatchObject({ code: 'request.too-many' })
  expect((await ask('whoAmI', {})).status).toBe(401)
}, 60_000)

test('a hub that pulls is counted by its secret, and guessed secrets by address', async () => {
  await open()
  const token = await door.signIn(door.cast.hubHeadOfXijiang)
  const endpoint = { endpointId: newId(), name: '西江', areaCode: testCounty.township, url: null }
  const { body } = await ask('registerEndpoint', { token, body: endpoint })
  const { secret } = body as { secret: string }
  expect(await count(20, () => ask('pullEvents', { token: newId() }))).toBe(REQUESTS)
  expect(await count(20, () => ask('pullEvents', { token: secret }))).toBe(REQUESTS)
}, 60_000)

test('a database that is slow is answered as such, and counted', async () => {
  await open({ requestsPerMinute: 1000 })
  const token = await door.signIn(door.cast.gridWorkerLi)
  await ask('whoAmI', { token })
  const { database } = door.app.context
  const slow = Object.assign(new Error('canceling statement due to statement timeout'), {
    code: '57014',
  })
  const query = jest.spyOn(database, 'query').mockRejectedValue(slow)
  const answer = await ask('listMatters', { token })
  query.mockRestore()
  expect(answer.status).toBe(503)
  expect(answer.body).toMatchObject({ code: 'server.busy', retry: 'later' })
  expect(answer.headers.get('retry-after')).toBe('5')
  const figures = await fetch(`${door.url}/metrics`).then((response) => response.text())
  expect(figures).toContain('lianxin_requests_total{operation="listMatters",status="503"} 1')
}, 60_000)
