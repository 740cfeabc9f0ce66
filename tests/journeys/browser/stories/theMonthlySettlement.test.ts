import { openCountyInTime, type CountyInTime } from '../../../support/browser/openCountyInTime'
import { newId } from '../../../support/httpClient'
import type { HubConsole } from '../../../support/pages/hubConsole'
import type { Phone } from '../../../support/pages/phone'
import { placeInBaozhu, testCounty } from '../../../support/testCounty'

const { township, village, grid } = testCounty

const OFFICERS = [`io-${village}-1`, `io-${village}-2`] as const
const WORKER = `gw-${grid}-1`
const HUB = `hub-${township}`
const HEAD = `head-${township}`
/** What a confirmed report of litter is worth by the county's rule, and a point in money. */
const POINTS = 2
const FEN_PER_POINT = 200
const BALANCED = { accounts: 0, drift: 0 }

let county: CountyInTime
let officer: Phone
let hub: HubConsole
let head: HubConsole
let settlementId: string
let invented: string

beforeAll(async () => {
  county = await openCountyInTime()
})

afterAll(() => county?.close())

test('during the month reports are confirmed, each worth its points', async () => {
  invented = await aConfirmedReport(OFFICERS[0])
  await county.pass({ days: 9 })
  await aConfirmedReport(OFFICERS[0])
  await aConfirmedReport(OFFICERS[1])
  expect(await balances()).toEqual([2 * POINTS, POINTS])
  expect(await books()).toEqual(BALANCED)
})

test('at the end of the month the operator begins the settlement at the console', async () => {
  await county.pass({ days: 12 })
  hub = await county.openConsole(HUB)
  settlementId = await hub.begin({ code: '2301', name: '积分结算' }, async (form) => {
    await form.write('_text', '本月积分结算')
    await form.write('until', county.day())
    await form.write('fenPerPoint', String(FEN_PER_POINT))
  })
  await hub.matter(settlementId, 'prepared').waitFor()
})

test('whoever prepared it is not offered to approve it, and is refused', async () => {
  expect(await hub.find('action-approve').count()).toBe(0)
  await expect(act(HUB, settlementId, 'approve')).rejects.toThrow('access.not-permitted')
  expect(await balances()).toEqual([2 * POINTS, POINTS])
})

test('the head approves, and the points leave the accounts', async () => {
  head = await county.openConsole(HEAD)
  await head.page.goto(`${county.url}/hub/#/matters/${settlementId}`)
  await head.matter(settlementId, 'prepared').waitFor()
  await head.take('approve')
  await head.matter(settlementId, 'approved').waitFor()
  const list = await county.ask(HEAD, 'readSettlement', { matterId: settlementId })
  expect(list).toMatchObject({ people: 2, points: 3 * POINTS, fen: 3 * POINTS * FEN_PER_POINT })
  expect(await balances()).toEqual([0, 0])
  expect(await books()).toEqual(BALANCED)
})

test('finance has paid, and the settlement is closed', async () => {
  await hub.take('pay', (form) => form.write('note', '打到各人账上'))
  await hub.matter(settlementId, 'closed').waitFor()
  expect(await hub.titles()).toEqual(['发起结算', '复核同意', '已发放'])
})

test('a report found false later is reversed by a new entry, and no entry is changed', async () => {
  const before = await postings()
  await head.page.goto(`${county.url}/hub/#/matters/${invented}`)
  await head.matter(invented, 'closed').waitFor()
  await head.take('proveFalse', (form) => form.useTemplate('reason'))
  await head.find('timeline').getByText('查实是编的').waitFor()
  const after = await postings()
  expect(after).toHaveLength(before.length + 1)
  expect(after).toEqual(expect.arrayContaining(before))
  expect(await balances()).toEqual([-POINTS, 0])
  expect(await books()).toEqual(BALANCED)
})

test('the officer reads every entry on the points page', async () => {
  officer = await county.openPhone(OFFICERS[0])
  await officer.page.goto(`${county.url}/#/pages/points/index`)
  await officer.waitForWords('查实不属实，积分收回')
  expect(await officer.find('points-balance').innerText()).toBe(String(-POINTS))
  const words = await officer.text()
  expect(words.match(/上报经核实属实/g)).toHaveLength(2)
  expect(words).toContain(`+${POINTS}`)
})

test('nothing went wrong unseen on any screen', () => {
  expect(county.faults()).toEqual([])
})

/** Of litter, by the officer; handled by the worker, inspected and closed by the hub. */
async function aConfirmedReport(account: string): Promise<string> {
  const matterId = newId()
  await county.ask(account, 'reportMatter', {
    commandId: newId(),
    matterId,
    kind: '0501',
    text: '村口垃圾堆了好几天',
    place: placeInBaozhu,
    discoveredAt: new Date(county.now()).toISOString(),
  })
  await act(HUB, matterId, 'accept')
  await act(HUB, matterId, 'dispatch', { owner: { kind: 'area', areaCode: village } })
  await act(WORKER, matterId, 'claim')
  await act(WORKER, matterId, 'handle', { result: '已清走', photos: [newId()] })
  await act(HUB, matterId, 'inspectResult')
  await act(HUB, matterId, 'close', { result: '办好了' })
  return matterId
}

async function act(
  account: string,
  matterId: string,
  action: string,
  input: Record<string, any> = {},
): Promise<void> {
  await county.ask(account, 'actOnMatter', { commandId: newId(), matterId, action, input })
}

async function balances(): Promise<number[]> {
  const answers = OFFICERS.map((account) => county.ask(account, 'getPoints', {}))
  return (await Promise.all(answers)).map(({ balance }) => balance)
}

/** Every entry ever made, as it stands in the table. */
async function postings(): Promise<Record<string, unknown>[]> {
  const { database, countyId } = county.app.context
  return database.query('select * from points_postings where county_id = $1', [countyId])
}

/** The sum of all accounts, and how far they are from what the entries make of them. */
async function books(): Promise<{ accounts: number; drift: number }> {
  const { database, countyId } = county.app.context
  const [sums] = await database.query<{ accounts: number; drift: number }>(
    `select coalesce(sum(balance), 0)::int as accounts,
       coalesce(sum(abs(balance - coalesce(moved, 0))), 0)::int as drift
     from points_accounts left join (
       select account, sum(change) as moved from (
         select to_account as account, points as change from points_postings where county_id = $1
         union all select from_account, -points from points_postings where county_id = $1
       ) as halves group by account
     ) as folded using (account) where county_id = $1`,
    [countyId],
  )
  return { accounts: sums?.accounts ?? NaN, drift: sums?.drift ?? NaN }
}
