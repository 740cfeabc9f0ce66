import { DAY_MS, MINUTE_MS } from '@domain/shared/instant'
import { startDeadlineSweep } from '@cloud/deadlines/startDeadlineSweep'
import { sweepDeadlines } from '@cloud/deadlines/sweepDeadlines'
import { evolveMatter } from '@domain/matter/evolveMatter'
import { findMatter, listHistory } from '@cloud/store/matterStore'
import { aMatterIn, newId, openTestApp, succeed, type TestApp } from '../../support/openTestApp'

let county: TestApp
beforeAll(async () => {
  county = await openTestApp({ demo: true })
}, 60_000)
afterAll(() => county.close())

/** Each test has its own time and ends with everything told that is due: the clock can go back for the next. */
let later = 0
afterEach(async () => {
  while ((await sweep()) > 0);
  county.moveClock(-later)
  later = 0
})

function wait(ms: number): void {
  later += ms
  county.moveClock(ms)
}

const sweep = (limit = 100) => sweepDeadlines(county.app.context, { limit })

async function seen(matterId: string) {
  return succeed(county.call(county.cast.hubOperatorOfXijiang, 'getMatter', { matterId }))
}

async function act(who: keyof TestApp['cast'], matterId: string, action: string, input = {}) {
  const body = { commandId: newId(), matterId, action, input }
  return succeed(county.call(county.cast[who], 'actOnMatter', body))
}

const passedRows = (history: any[]) => history.filter((row) => row.title === '已超过期限')

test('a matter nobody accepted in time says so once, in its history and by the system', async () => {
  const matterId = await aMatterIn('reported', county)
  expect(await sweep()).toBe(0)
  expect((await seen(matterId)).matter.overdue).toBe(false)
  wait(20 * DAY_MS)
  expect(await sweep()).toBe(1)
  const { matter, history } = await seen(matterId)
  expect(matter).toMatchObject({ overdue: true, status: 'reported', version: 2 })
  expect(history.slice(1).map((row: any) => row.title)).toEqual([
    '时间已用去 50%',
    '时间已用去 80%',
    '已超过期限',
    '超过期限一半以上',
  ])
  expect(history.at(-1)).toMatchObject({ statusTitle: '已上报', by: { name: '系统' } })
  wait(DAY_MS)
  expect(await sweep()).toBe(0)
  expect(passedRows((await seen(matterId)).history)).toHaveLength(1)
})

test('half the time gone, then most of it, then all of it: each is said when it comes, once', async () => {
  const matterId = await aMatterIn('reported', county)
  const titles = async () =>
    (await seen(matterId)).history.slice(1).map((row: { title: string }) => row.title)
  const due = Date.parse((await seen(matterId)).matter.dueAt)
  const now = county.app.context.now()
  // Elapsed time is longer than working time: nothing is due before its share of the limit has run.
  expect(await sweep()).toBe(0)
  wait(due - now)
  expect(await sweep()).toBe(1)
  expect(await titles()).toEqual(['时间已用去 50%', '时间已用去 80%', '已超过期限'])
  expect(await sweep()).toBe(0)
  wait(20 * DAY_MS)
  expect(await sweep()).toBe(1)
  expect((await titles()).at(-1)).toBe('超过期限一半以上')
})

test('a matter that has ended is not overdue however old it is', async () => {
  const matterId = await aMatterIn('reported', county)
  await act('hubOperatorOfXijiang', matterId, 'decline', { reason: '已有同样的事在办' })
  wait(400 * DAY_MS)
  expect(await sweep()).toBe(0)
  expect((await seen(matterId)).matter.overdue).toBe(false)
})

test('each new deadline of a matter can pass once more', async () => {
  const matterId = await aMatterIn('handling', county)
  wait(20 * DAY_MS)
  expect(await sweep()).toBe(1)
  await act('gridWorkerLi', matterId, 'handle', { result: '已清走', photos: [newId()] })
  expect((await seen(matterId)).matter.overdue).toBe(false)
  await act('hubOperatorOfXijiang', matterId, 'rework', { reason: '照片看不清办好没有' })
  expect(await sweep()).toBe(0)
  wait(20 * DAY_MS)
  expect(await sweep()).toBe(1)
  expect(passedRows((await seen(matterId)).history)).toHaveLength(2)
})

test('many processes that look at once tell each matter once, and none leaves one out', async () => {
  const ids = [
    await aMatterIn('reported', county),
    await aMatterIn('accepted', county),
    await aMatterIn('dispatched', county),
    await aMatterIn('handled', county),
  ]
  wait(20 * DAY_MS)
  const told = await Promise.all(Array.from({ length: 5 }, () => sweep()))
  expect(told.reduce((sum, count) => sum + count, 0)).toBe(ids.length)
  for (const id of ids) expect(passedRows((await seen(id)).history)).toHaveLength(1)
})

test('a sweep reads page by page until nobody is left, the longest waiting first', async () => {
  const first = await aMatterIn('reported', county)
  wait(MINUTE_MS)
  const second = await aMatterIn('reported', county)
  wait(20 * DAY_MS)
  expect(await sweep(1)).toBe(2)
  expect(passedRows((await seen(first)).history)).toHaveLength(1)
  expect(passedRows((await seen(second)).history)).toHaveLength(1)
  expect(await sweep(1)).toBe(0)
})

test('a matter that was moved on while the sweep was reading keeps its new deadline', async () => {
  const matterId = await aMatterIn('reported', county)
  wait(20 * DAY_MS)
  const { context } = county.app
  const query: typeof context.database.query = async (sql, values, name) => {
    const rows = await context.database.query(sql, values, name)
    await act('hubOperatorOfXijiang', matterId, 'accept')
    return rows as never
  }
  const slow = { ...context, database: { ...context.database, query } }
  expect(await sweepDeadlines(slow, { limit: 10 })).toBe(0)
  expect(passedRows((await seen(matterId)).history)).toHaveLength(0)
})

test('a matter that cannot be told does not silence those behind it', async () => {
  const broken = await aMatterIn('reported', county)
  wait(MINUTE_MS)
  const behind = await aMatterIn('reported', county)
  const { database, countyId } = county.app.context
  await database.query(
    `update matters set state = jsonb_set(state, '{photos}', '[{}]') where matter_id = $1`,
    [broken],
  )
  wait(20 * DAY_MS)
  expect(await sweep()).toBe(1)
  expect((await listHistory(database, countyId, behind)).at(-1)?.action).toBe('overdue')
  await database.query('delete from matters where matter_id = $1', [broken])
})

test('the history of an overdue matter folds to what is kept of it', async () => {
  const matterId = await aMatterIn('handling', county)
  wait(20 * DAY_MS)
  await sweep()
  const { database, countyId } = county.app.context
  const kept = await findMatter(database, countyId, matterId)
  const rows = await listHistory(database, countyId, matterId)
  const folded = rows.reduce<typeof kept>(
    (state, row) => evolveMatter(state, row.events),
    undefined,
  )
  expect(kept?.overdueSince).toBe(kept?.dueAt)
  expect(folded).toEqual(kept)
})

test('the console that follows the changes hears that a matter is overdue', async () => {
  const { call, cast, app } = county
  const heard: string[] = []
  const leave = await app.live.join(
    { actor: cast.hubOperatorOfXijiang, send: ({ action }) => void heard.push(action) },
    undefined,
  )
  const { cursor } = await succeed(call(cast.hubOperatorOfXijiang, 'listChanges'))
  const matterId = await aMatterIn('reported', county)
  wait(20 * DAY_MS)
  await sweep()
  const { items } = await succeed(call(cast.hubOperatorOfXijiang, 'listChanges', { after: cursor }))
  expect(items.map((item: any) => item.action)).toEqual(['report', 'overdue'])
  expect(items.at(-1).matter).toMatchObject({ matterId, overdue: true })
  while (!heard.includes('overdue')) await new Promise((resolve) => setTimeout(resolve, 10))
  leave()
})

test('a server that slept for a day tells what passed meanwhile as soon as it wakes, and stops cleanly', async () => {
  const matterId = await aMatterIn('reported', county)
  wait(20 * DAY_MS)
  const loop = startDeadlineSweep(county.app.context)
  while (passedRows((await seen(matterId)).history).length === 0) continue
  await loop.stop()
  expect(await sweep()).toBe(0)
})
