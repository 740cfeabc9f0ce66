import type { Actor } from '@domain/access/actor'
import { chinaIsoDay, DAY_MS } from '@domain/shared/instant'
import { aMatterIn, newId, openTestApp, succeed, type TestApp } from '../../support/openTestApp'
import { testCounty } from '../../support/testCounty'

let county: TestApp
beforeEach(async () => {
  county = await openTestApp({ demo: true })
}, 60_000)
afterEach(() => county.close())

const LITTER_POINTS = 2
const FEN_PER_POINT = 200

async function act(who: Actor, matterId: string, action: string, input = {}, commandId = newId()) {
  return county.call(who, 'actOnMatter', { commandId, matterId, action, input })
}

/** A report of litter by the information officer, handled, inspected and closed: confirmed, and worth two points. */
async function aConfirmedReport(): Promise<string> {
  const matterId = await aMatterIn('handled', county)
  const { hubOperatorOfXijiang: hub } = county.cast
  await succeed(act(hub, matterId, 'inspectResult'))
  await succeed(act(hub, matterId, 'close', { result: '办好了' }))
  return matterId
}

/** China's calendar, as the form has it. */
function today(): string {
  return chinaIsoDay(county.app.context.now())
}

async function prepareSettlement(until = today()): Promise<string> {
  const matterId = newId()
  const report = {
    commandId: newId(),
    matterId,
    kind: '2301',
    text: '',
    areaCode: testCounty.township,
    discoveredAt: new Date(county.app.context.now()).toISOString(),
    fields: { until, fenPerPoint: FEN_PER_POINT },
  }
  await succeed(county.call(county.cast.hubOperatorOfXijiang, 'reportMatter', report))
  return matterId
}

async function balanceOfTang(): Promise<number> {
  const answer = await succeed(county.call(county.cast.informationOfficerTang, 'getPoints'))
  return answer.balance as number
}

async function sumOfTheBooks(): Promise<{ accounts: number; postings: number }> {
  const { database, countyId } = county.app.context
  const [accounts] = await database.query<{ sum: number }>(
    'select coalesce(sum(balance), 0)::int as sum from points_accounts where county_id = $1',
    [countyId],
  )
  const [drift] = await database.query<{ sum: number }>(
    `select coalesce(sum(abs(balance - coalesce(moved, 0))), 0)::int as sum from points_accounts
     left join (
       select account, sum(change) as moved from (
         select to_account as account, points as change from points_postings where county_id = $1
         union all select from_account, -points from points_postings where county_id = $1
       ) as halves group by account
     ) as folded using (account) where county_id = $1`,
    [countyId],
  )
  return { accounts: accounts?.sum ?? NaN, postings: drift?.sum ?? NaN }
}

const balanced = { accounts: 0, postings: 0 }

test('at the end of the month one prepares the settlement, another approves it, and the points are paid out', async () => {
  const { hubOperatorOfXijiang: hub, hubHeadOfXijiang: head } = county.cast
  await aConfirmedReport()
  expect(await balanceOfTang()).toBe(LITTER_POINTS)
  const matterId = await prepareSettlement()
  const alone = await act(hub, matterId, 'approve')
  expect(alone.body).toMatchObject({ code: 'access.not-permitted' })
  await succeed(act(head, matterId, 'approve'))
  const list = await succeed(county.call(head, 'readSettlement', { matterId }))
  expect(list).toMatchObject({
    people: 1,
    points: LITTER_POINTS,
    fen: LITTER_POINTS * FEN_PER_POINT,
  })
  expect(await balanceOfTang()).toBe(0)
  expect(await sumOfTheBooks()).toEqual(balanced)
})

test('approving twice, or settling the same month again, pays nobody twice', async () => {
  const { hubHeadOfXijiang: head } = county.cast
  await aConfirmedReport()
  const first = await prepareSettlement()
  const commandId = newId()
  await succeed(act(head, first, 'approve', {}, commandId))
  await succeed(act(head, first, 'approve', {}, commandId))
  const second = await prepareSettlement()
  await succeed(act(head, second, 'approve'))
  const list = await succeed(county.call(head, 'readSettlement', { matterId: second }))
  expect(list).toMatchObject({ people: 0, points: 0 })
  expect(await balanceOfTang()).toBe(0)
  expect(await sumOfTheBooks()).toEqual(balanced)
})

test('two settlements up to the same past day pay nobody twice', async () => {
  const { hubHeadOfXijiang: head } = county.cast
  await aConfirmedReport()
  const lastDay = today()
  county.moveClock(3 * DAY_MS)
  await succeed(act(head, await prepareSettlement(lastDay), 'approve'))
  county.moveClock(DAY_MS)
  const again = await prepareSettlement(lastDay)
  await succeed(act(head, again, 'approve'))
  const list = await succeed(county.call(head, 'readSettlement', { matterId: again }))
  expect(list).toMatchObject({ people: 0, points: 0 })
  expect(await balanceOfTang()).toBe(0)
  expect(await sumOfTheBooks()).toEqual(balanced)
})

test('what is earned after the last day waits for the next settlement', async () => {
  const { hubHeadOfXijiang: head } = county.cast
  const lastDay = today()
  county.moveClock(2 * DAY_MS)
  await aConfirmedReport()
  const matterId = await prepareSettlement(lastDay)
  await succeed(act(head, matterId, 'approve'))
  expect(await balanceOfTang()).toBe(LITTER_POINTS)
})

test('a report found false after the settlement is taken back by a new entry, and the next month makes it up', async () => {
  const { hubHeadOfXijiang: head } = county.cast
  const invented = await aConfirmedReport()
  await succeed(act(head, await prepareSettlement(), 'approve'))
  const before = await countPostings()
  await succeed(act(head, invented, 'proveFalse', { reason: '现场没有这回事' }))
  expect(await balanceOfTang()).toBe(-LITTER_POINTS)
  expect(await countPostings()).toBe(before + 1)
  expect(await sumOfTheBooks()).toEqual(balanced)
  await aConfirmedReport()
  await aConfirmedReport()
  county.moveClock(DAY_MS)
  const next = await prepareSettlement()
  await succeed(act(head, next, 'approve'))
  const list = await succeed(county.call(head, 'readSettlement', { matterId: next }))
  expect(list).toMatchObject({ points: LITTER_POINTS })
  expect(await sumOfTheBooks()).toEqual(balanced)
})

test('whoever did not invent it appeals once, and somebody else gives the points back', async () => {
  const { hubHeadOfXijiang: head, informationOfficerTang: tang, supervisor } = county.cast
  const matterId = await aConfirmedReport()
  await succeed(act(head, matterId, 'proveFalse', { reason: '自己摆拍的' }))
  expect(await balanceOfTang()).toBe(0)
  county.moveClock(DAY_MS)
  await succeed(act(tang, matterId, 'appealFalse', { reason: '请到现场再看一次' }))
  await succeed(act(supervisor, matterId, 'restorePoints'))
  expect(await balanceOfTang()).toBe(LITTER_POINTS)
  expect((await act(tang, matterId, 'appealFalse', { reason: '再来一次' })).status).not.toBe(200)
  expect(await sumOfTheBooks()).toEqual(balanced)
  const { items } = await succeed(county.call(tang, 'listPostings'))
  expect(items.map((item: { ruleTitle: string }) => item.ruleTitle)).toEqual([
    '申诉成立，积分还回',
    '查实不属实，积分收回',
    '上报经核实属实',
  ])
})

async function countPostings(): Promise<number> {
  const { database, countyId } = county.app.context
  const [row] = await database.query<{ count: number }>(
    'select count(*)::int as count from points_postings where county_id = $1',
    [countyId],
  )
  return row?.count ?? NaN
}
