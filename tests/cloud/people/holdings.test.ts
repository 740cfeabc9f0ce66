import { DAY_MS, HOUR_MS } from '@domain/shared/instant'
import { makeSessions } from '@cloud/store/sessions'
import { sweepFiles } from '@cloud/files/sweepFiles'
import { newId, openTestApp, succeed, type TestApp } from '../../support/openTestApp'

let county: TestApp
beforeAll(async () => void (county = await openTestApp()), 60_000)
afterAll(() => county.close())
afterEach(() => county.app.context.database.query('delete from phone_holdings'))

type Part = keyof TestApp['cast']

const nothing = {
  reports: 0,
  actions: 0,
  photos: 0,
  voices: 0,
  films: 0,
  bytes: 0,
  needsYou: [] as { code: string; count: number }[],
}

const tell = (who: Part, deviceId: string, turn: number, held: object = {}) =>
  county.call(county.cast[who], 'reportHoldings', { deviceId, turn, ...nothing, ...held })

const seenBy = async (who: Part, page: object = {}) =>
  succeed(county.call(county.cast[who], 'readHoldings', page))

test('the township sees who holds what, since when and where to call, and nobody else does', async () => {
  const needsYou = [{ code: 'matter.place-outside-county', count: 1 }]
  const held = { reports: 2, photos: 3, bytes: 90_000, needsYou, oldestWaitsMs: 5 * HOUR_MS }
  const now = county.app.context.now()
  await succeed(tell('gridWorkerLi', newId(), 1, held))
  const { items } = await seenBy('hubOperatorOfXijiang')
  expect(items).toEqual([
    expect.objectContaining({
      reports: 2,
      photos: 3,
      bytes: 90_000,
      needsYou,
      since: new Date(now - 5 * HOUR_MS).toISOString(),
      heardAt: new Date(now).toISOString(),
      silent: false,
      person: expect.objectContaining({
        name: county.cast.gridWorkerLi.name,
        roleTitle: '网格员',
        phone: expect.stringMatching(/^0763-000\d{4}$/),
      }),
    }),
  ])
  expect((await seenBy('countyAdmin')).items).toHaveLength(1)
  expect((await seenBy('hubOperatorOfAnotherTownship')).items).toEqual([])
  const worker = await county.call(county.cast.gridWorkerLi, 'readHoldings')
  expect(worker.body.code).toBe('access.not-permitted')
})

test('the latest word of a phone counts, however the words overtake one another', async () => {
  const phone = newId()
  await succeed(tell('gridWorkerLi', phone, 2, { reports: 1 }))
  const first = await succeed(tell('gridWorkerLi', phone, 3))
  county.moveClock(1000)
  expect(await succeed(tell('gridWorkerLi', phone, 3))).toEqual(first)
  await succeed(tell('gridWorkerLi', phone, 1, { reports: 9 }))
  expect((await seenBy('hubOperatorOfXijiang')).items).toEqual([])
})

test('nobody speaks for the phone of another, and nothing is taken in that says more than numbers', async () => {
  const phone = newId()
  await succeed(tell('gridWorkerLi', phone, 1, { reports: 1 }))
  const other = await tell('informationOfficerTang', phone, 2)
  expect(other.body.code).toBe('command.id-reused')
  const wordy = [{ code: '桥头塌了', count: 1 }]
  expect((await tell('gridWorkerLi', phone, 2, { needsYou: wordy })).body.code).toBe(
    'request.invalid',
  )
  await succeed(tell('gridWorkerLi', phone, 2, { reports: 1, text: '桥头塌了' }))
  const rows = await county.app.context.database.query('select held from phone_holdings')
  expect(JSON.stringify(rows)).not.toContain('桥头')
})

test('page by page, whoever waits longest first; and of a person’s phones only the latest five', async () => {
  for (let n = 1; n <= 7; n++) {
    county.moveClock(1000)
    await succeed(tell('gridWorkerLi', newId(), 1, { reports: n, oldestWaitsMs: n * HOUR_MS }))
  }
  const seen: number[] = []
  let after: string | undefined
  do {
    const page = await seenBy('hubHeadOfXijiang', { limit: 2, ...(after ? { after } : {}) })
    seen.push(...page.items.map((one: any) => one.reports as number))
    after = page.next ?? undefined
  } while (after)
  expect(seen).toEqual([7, 6, 5, 4, 3])
})

test('a phone that is not heard for a day is called silent, and after sixty it is forgotten', async () => {
  await succeed(tell('gridWorkerLi', newId(), 1, { photos: 1 }))
  county.moveClock(DAY_MS + 1)
  expect((await seenBy('hubOperatorOfXijiang')).items).toMatchObject([{ silent: true }])
  const own = await succeed(county.call(county.cast.gridWorkerLi, 'readMyData'))
  expect(own.data.holdings).toMatchObject([{ items: 0, media: 1 }])
  county.moveClock(60 * DAY_MS)
  expect((await seenBy('hubOperatorOfXijiang')).items).toEqual([])
  await sweepFiles(county.app.context)
  expect(await county.app.context.database.query('select 1 from phone_holdings')).toEqual([])
})

test('a token of another county is no session here: its phone is asked to sign in, and keeps what it has', async () => {
  const { sessions, database } = county.app.context
  const elsewhere = makeSessions(database, 441_881)
  const now = county.app.context.now()
  const { personId } = county.cast.gridWorkerLi
  await expect(elsewhere.begin(personId, now)).rejects.toThrow()
  const { token } = await sessions.begin(personId, now)
  expect(await elsewhere.find(token, now)).toBeUndefined()
  const answer = (await county.app.dispatch(
    'reportHoldings',
    {},
    { token: 'of-another-county' },
  )) as {
    body: { code: string; title: string }
  }
  expect(answer.body).toMatchObject({ code: 'access.session-ended' })
  expect(answer.body.title).toContain('未送出的内容都还在')
})

test('closing the account takes along what its phones said', async () => {
  await succeed(tell('residentChen', newId(), 1, { reports: 1 }))
  await succeed(county.call(county.cast.residentChen, 'closeMyAccount', { confirmed: true }))
  expect(await county.app.context.database.query('select 1 from phone_holdings')).toEqual([])
})
