import fc from 'fast-check'
import { villageOf } from '@domain/area/areaCode'
import { allFlows } from '@domain/flows/allFlows'
import type { MatterReported } from '@domain/matter/matterEvent'
import { chinaIsoDay } from '@domain/shared/instant'
import { makeFlowBook } from '@cloud/flows/flowBook'
import { countHistories, sumHistories } from '@cloud/store/countHistories'
import { readFigureRows, type CountedRow } from '@cloud/store/figureStore'
import { recount } from '../../domain/figures/recount'
import { openTestDatabase, type TestDatabase } from '../../support/openDatabase'
import { testCounty } from '../../support/testCounty'
import { walkThrough, writeWalk, type Walk } from './writeWalks'

const flows = makeFlowBook(allFlows)
const THROWS = 150
const walk = fc
  .record({
    flow: fc.constantFrom(...allFlows),
    thrown: fc.array(fc.nat(997), { minLength: THROWS, maxLength: THROWS }),
  })
  .map(({ flow, thrown }) => walkThrough(flow, thrown))

let county: TestDatabase
beforeAll(async () => {
  county = await openTestDatabase()
}, 60_000)
afterAll(() => county.close())

const areas = ['441882', '441882118', '441882118215', '441882118211', '441882103', '441882103201']

/** What the walks come to in an area, told by looking back over each of them in memory. */
function inMemory(walks: readonly Walk[], area: string, day: string): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { flow, rows } of walks) {
    const { areaCode, receivedAt } = (rows[0]?.[0] as MatterReported).matter
    if (!villageOf(areaCode).startsWith(area) || chinaIsoDay(receivedAt) !== day) continue
    for (const [figure, count] of Object.entries(recount(flow, rows)))
      sums[`${flow.name} ${figure}`] = (sums[`${flow.name} ${figure}`] ?? 0) + count
  }
  return sums
}

async function inDatabase(areaCode: string, day: string): Promise<Record<string, number>> {
  const span = { areaCode, from: day, until: day }
  const rows = await readFigureRows(county.database, testCounty.id, span)
  const told = rows.filter(({ figure }) => !figure.startsWith('due.') && figure !== 'suspended')
  return Object.fromEntries(told.map((row) => [`${row.flow} ${row.figure}`, row.count]))
}

async function keptRows(): Promise<CountedRow[]> {
  return county.database.query<CountedRow>(
    `select day::text, area_code, flow, figure, kind, department, sum(count)::int as count from figures
     group by day, area_code, flow, figure, kind, department having sum(count) <> 0`,
  )
}

const inOrder = (rows: readonly CountedRow[]) =>
  rows
    .map((row) => [row.day, row.area_code, row.flow, row.figure, row.kind, row.department, row.count])
    .map((cells) => cells.join(' '))
    .sort()

const days = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23']
/** Written in all the runs of the property: the sums only ever grow. */
const written: Walk[] = []

test('whatever happens to any matters anywhere, the sums are those of looking back over every history', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(walk, { minLength: 4, maxLength: 8 }), async (walks) => {
      for (const one of walks) if (one) await writeWalk(county.database, one)
      written.push(...walks.filter((one) => one !== undefined))
      for (const area of areas)
        for (const day of days)
          expect(await inDatabase(area, day)).toEqual(inMemory(written, area, day))
    }),
    { numRuns: 12, endOnFailure: true },
  )
  expect(written.length).toBeGreaterThan(40)
}, 120_000)

test('and counted anew from the stored histories they come out the same, to the last row', async () => {
  const { database } = county
  const kept = inOrder(await keptRows())
  expect(inOrder(await sumHistories(database, testCounty.id, flows))).toEqual(kept)
  await database.query('delete from figures')
  await countHistories(database, testCounty.id, flows)
  expect(inOrder(await keptRows())).toEqual(kept)
})

test('a county that is counted is not counted a second time', async () => {
  const { database } = county
  const kept = inOrder(await keptRows())
  await countHistories(database, testCounty.id, flows)
  expect(inOrder(await keptRows())).toEqual(kept)
})
