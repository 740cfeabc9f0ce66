import { DAY_MS, HOUR_MS } from '@domain/shared/instant'
import { aReport, newId, openTestApp, succeed, type TestApp } from '../../support/openTestApp'
import { placeInBaozhu } from '../../support/testCounty'

let county: TestApp
beforeAll(async () => {
  county = await openTestApp({ demo: true })
}, 60_000)
afterAll(() => county.close())
/** Each test in a day of its own, so that nothing is near what another reported. */
beforeEach(() => county.moveClock(3 * DAY_MS))

type Who = keyof TestApp['cast']

async function report(who: Who, change: Record<string, unknown> = {}): Promise<string> {
  const at = new Date(county.app.context.now()).toISOString()
  const body = aReport({ discoveredAt: at, ...change })
  await succeed(county.call(county.cast[who], 'reportMatter', body))
  return body.matterId
}

const act = (who: Who, matterId: string, action: string, input: Record<string, unknown> = {}) =>
  county.call(county.cast[who], 'actOnMatter', { commandId: newId(), matterId, action, input })

const join = (matterId: string, into: string, who: Who = 'hubOperatorOfXijiang') =>
  act(who, matterId, 'join', { into })

async function confirm(matterId: string): Promise<void> {
  await succeed(act('hubOperatorOfXijiang', matterId, 'accept'))
  await succeed(act('hubOperatorOfXijiang', matterId, 'confirmReport'))
}

const seen = (who: Who, matterId: string) =>
  county.call(county.cast[who], 'getMatter', { matterId })

const paid = async (matterId: string) => {
  const rows = await county.app.context.database.query<{ person_id: string; points: number }>(
    'select person_id, points from points_postings where matter_id = $1 order by points desc',
    [matterId],
  )
  return rows.map(({ person_id, points }) => [person_id, points])
}

const personOf = (who: Who) => county.cast[who].personId

async function noticesOf(who: Who, matterId: string): Promise<string[]> {
  const { items } = await succeed(county.call(county.cast[who], 'listNotices', { limit: 100 }))
  return items
    .filter((one: any) => one.matterId === matterId)
    .map(({ title }: { title: string }) => title)
}

async function two(): Promise<{ first: string; later: string }> {
  const first = await report('informationOfficerTang', { fileIds: [newId()] })
  county.moveClock(HOUR_MS)
  return { first, later: await report('residentChen', { fileIds: [newId(), newId()] }) }
}

test('both who reported it read the one matter from then on, with the photos of both', async () => {
  const { first, later } = await two()
  expect((await seen('residentChen', first)).status).toBe(403)
  await succeed(join(later, first))
  for (const who of ['informationOfficerTang', 'residentChen'] as const) {
    const { matter } = await succeed(seen(who, first))
    expect(matter.joinedReports).toBe(1)
    expect(matter.photos).toHaveLength(3)
  }
  const { matter, history } = await succeed(seen('residentChen', later))
  expect(matter).toMatchObject({
    ended: true,
    statusTitle: '已并案',
    joinedTo: { matterId: first },
  })
  expect(history.at(-1).title).toBe('并到另一件')
  const rows = await county.app.context.database.query(
    'select 1 from matter_files where matter_id = $1',
    [first],
  )
  expect(rows).toHaveLength(3)
})

test('both are told what becomes of it, and both may rate it', async () => {
  const { first, later } = await two()
  await succeed(join(later, first))
  await succeed(act('hubOperatorOfXijiang', first, 'accept'))
  for (const who of ['informationOfficerTang', 'residentChen'] as const)
    expect(await noticesOf(who, first)).toContain('事件 · 已受理')
  expect(await noticesOf('residentChen', later)).toContain('事件 · 已并案')
  expect(await noticesOf('anotherResident', first)).toEqual([])
  const owner = { kind: 'area', areaCode: '441882118215' }
  await succeed(act('hubOperatorOfXijiang', first, 'dispatch', { owner }))
  await succeed(act('gridWorkerLi', first, 'claim'))
  await succeed(act('gridWorkerLi', first, 'handle', { result: '已清走', photos: [newId()] }))
  await succeed(act('hubHeadOfXijiang', first, 'inspectResult'))
  await succeed(act('hubHeadOfXijiang', first, 'close', { result: '已办好' }))
  const actionsOf = async (who: Who) =>
    (await succeed(seen(who, first))).actions.map(({ action }: { action: string }) => action)
  expect(await actionsOf('residentChen')).toEqual(await actionsOf('informationOfficerTang'))
  expect(await actionsOf('residentChen')).not.toEqual([])
})

test('the first has the full points and the later one a third, once each', async () => {
  const { first, later } = await two()
  await succeed(join(later, first))
  await confirm(first)
  const [full, share] = await paid(first)
  expect(full?.[0]).toBe(personOf('informationOfficerTang'))
  expect(share).toEqual([
    personOf('residentChen'),
    Math.max(1, Math.floor(Number(full?.[1]) * 0.3)),
  ])
  await act('hubOperatorOfXijiang', first, 'confirmReport')
  expect(await paid(first)).toHaveLength(2)
  expect(await paid(later)).toEqual([])
})

test('joined after it was confirmed, the later one has the same', async () => {
  const { first, later } = await two()
  await confirm(first)
  expect(await paid(first)).toHaveLength(1)
  await succeed(join(later, first))
  const points = await paid(first)
  expect(points).toHaveLength(2)
  expect(points[1]).toEqual([personOf('residentChen'), expect.any(Number)])
})

test('a report that was confirmed before it was joined is not paid once more', async () => {
  const { first, later } = await two()
  await confirm(first)
  await confirm(later)
  await succeed(join(later, first))
  expect(await paid(first)).toHaveLength(1)
  expect(await paid(later)).toHaveLength(1)
})

test('whoever reports the same twice is paid once, and paid staff not at all', async () => {
  const first = await report('residentChen')
  const again = await report('residentChen', { text: '还在那里' })
  const asDuty = await report('gridWorkerLi')
  await succeed(join(again, first))
  await succeed(join(asDuty, first))
  await confirm(first)
  expect((await paid(first)).map(([person]) => person)).toEqual([personOf('residentChen')])
})

test('those who were joined to it before come along when it is joined itself', async () => {
  const { first, later } = await two()
  const third = await report('anotherResident')
  await succeed(join(third, later))
  await succeed(join(later, first))
  expect((await succeed(seen('anotherResident', first))).matter.joinedReports).toBe(2)
  await confirm(first)
  expect((await paid(first)).map(([person]) => person).sort()).toEqual(
    (['informationOfficerTang', 'residentChen', 'anotherResident'] as const).map(personOf).sort(),
  )
})

test('not into another kind, what has ended, itself, nothing, or another township', async () => {
  const { first, later } = await two()
  const ofAnotherKind = await report('residentChen', { kind: '0502' })
  const ended = await report('residentChen')
  await succeed(act('hubOperatorOfXijiang', ended, 'decline', { reason: '已有同样的事在办' }))
  for (const into of [ofAnotherKind, ended, later, newId(), 'no-id'])
    expect([into, (await join(later, into)).body.code]).toEqual([into, 'matter.cannot-join'])
  expect((await join(later, first, 'hubOperatorOfAnotherTownship')).status).toBe(403)
  expect((await join(later, first, 'gridWorkerLi')).status).toBe(403)
  expect((await succeed(seen('residentChen', later))).matter.status).toBe('reported')
})

test('two that are joined into each other at once leave one', async () => {
  const { first, later } = await two()
  const answers = await Promise.all([
    join(first, later),
    join(later, first, 'hubHeadOfXijiang'),
    join(first, later, 'countyHub'),
  ])
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  const both = await Promise.all([first, later].map((id) => seen('hubOperatorOfXijiang', id)))
  expect(both.map(({ body }) => body.matter.ended).sort()).toEqual([false, true])
})

test('the same join sent again is the same join', async () => {
  const { first, later } = await two()
  const body = { commandId: newId(), matterId: later, action: 'join', input: { into: first } }
  const hub = county.cast.hubOperatorOfXijiang
  const answers = await Promise.all([1, 2, 3].map(() => county.call(hub, 'actOnMatter', body)))
  expect(new Set(answers.map(({ body: answer }) => JSON.stringify(answer.matter.status)))).toEqual(
    new Set(['"joined"']),
  )
  expect((await succeed(seen('residentChen', first))).matter.joinedReports).toBe(1)
})

/** A metre of latitude, in degrees. */
const METRE = 180 / Math.PI / 6_371_000
const metresNorth = (metres: number) => ({
  ...placeInBaozhu,
  latitude: placeInBaozhu.latitude + metres * METRE,
})

async function similarTo(change: Record<string, unknown>, who: Who = 'gridWorkerLi') {
  const { items } = await succeed(county.call(county.cast[who], 'findSimilar', change))
  return items
}

test('similar is what lies within fifty metres', async () => {
  await report('residentChen')
  const found = (metres: number) => similarTo({ kind: '0501', place: metresNorth(metres) })
  expect(await found(49.5)).toHaveLength(1)
  expect(await found(50.5)).toHaveLength(0)
  expect((await found(0))[0]).toMatchObject({ metres: 0, statusTitle: '已上报' })
  expect(await similarTo({ kind: '0502', place: placeInBaozhu })).toEqual([])
})

test('similar is what came within a day', async () => {
  const matterId = await report('residentChen')
  county.moveClock(DAY_MS)
  expect(await similarTo({ kind: '0501', place: placeInBaozhu })).toHaveLength(1)
  const late = await report('anotherResident')
  expect(await similarTo({ matterId: late })).toHaveLength(1)
  county.moveClock(1)
  const later = await report('anotherResident')
  expect((await similarTo({ matterId: later })).map((one: any) => one.matterId)).toEqual([late])
  expect(await similarTo({ matterId }, 'hubOperatorOfXijiang')).toHaveLength(1)
})

test('what has ended is similar to nothing, and nothing to itself', async () => {
  const matterId = await report('residentChen')
  expect(await similarTo({ matterId })).toEqual([])
  await succeed(act('hubOperatorOfXijiang', matterId, 'decline', { reason: '不属于上报范围' }))
  expect(await similarTo({ kind: '0501', place: placeInBaozhu })).toEqual([])
})

test('whoever may not read it learns that it is there, and not which it is', async () => {
  await report('residentChen')
  const [found] = await similarTo({ kind: '0501', place: placeInBaozhu }, 'anotherResident')
  expect(found).not.toHaveProperty('matterId')
  expect(found).toMatchObject({ number: '', statusTitle: '已上报' })
})
