import fc from 'fast-check'
import { villageOf } from '@domain/area/areaCode'
import { allFlows } from '@domain/flows/allFlows'
import type { MatterReported } from '@domain/matter/matterEvent'
import { chinaIsoDay } from '@domain/shared/instant'
import { makeFlowBook } from '@cloud/flows/flowBook'
import { countHistories, sumHistories } from '@cloud/store/countHistories'
import { foldFigures, readFigureRows, type CountedRow } from '@cloud/store/figureStore'
import { numbersOf, weightsOf } from '@domain/figures/weightsOf'
import { readAreaParts, readSlices, type PartRow } from '@cloud/store/boardStore'
import { listCountedMatters } from '@cloud/store/countedStore'
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
    .map((row) => [
      row.day,
      row.area_code,
      row.flow,
      row.figure,
      row.kind,
      row.department,
      row.count,
    ])
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

const span = { from: days[0] ?? '', until: days.at(-1) ?? '' }
const sumOf = (rows: readonly { times: number }[]) =>
  rows.reduce((sum, { times }) => sum + times, 0)
const behind = (search: Partial<Parameters<typeof listCountedMatters>[2]>) =>
  listCountedMatters(county.database, testCounty.id, {
    ...{ ...span, areaCode: testCounty.code, flow: '', weights: new Map(), limit: 10_000 },
    ...search,
  })

test('behind every number of every flow, in every area, stand the matters that make it', async () => {
  let numbers = 0
  for (const flow of allFlows) {
    const weightsByName = weightsOf(flow)
    for (const areaCode of areas) {
      const rows = await readFigureRows(county.database, testCounty.id, { areaCode, ...span })
      const own = rows.filter((row) => row.flow === flow.name)
      const tally = new Map(own.map(({ figure, count }) => [figure, count]))
      for (const [number, value] of numbersOf(flow, tally)) {
        const weights = weightsByName.get(number) ?? new Map()
        const matters = value === 0 ? [] : await behind({ areaCode, flow: flow.name, weights })
        expect([flow.name, areaCode, number, sumOf(matters)]).toEqual([
          flow.name,
          areaCode,
          number,
          value,
        ])
        if (value !== 0) numbers++
      }
    }
  }
  expect(numbers).toBeGreaterThan(200)
}, 60_000)

async function partsOf(flow: string, by: 'kind' | 'department' | 'grid' | 'area') {
  const asked = { ...span, flow }
  const village = { areas: ['441882118215'] }
  if (by === 'area')
    return readAreaParts(county.database, testCounty.id, asked, {
      areas: ['441882118', '441882103'],
    })
  const parts = by === 'grid' ? village : { areas: [testCounty.code] }
  return readSlices(county.database, testCounty.id, asked, { slice: by, ...parts })
}

const sorted = (rows: readonly PartRow[]) =>
  rows.map(({ key, figure, count }) => `${key} ${figure} ${count}`).sort()

test('the numbers of a kind, a department, a grid and a township are of its matters, before and after folding', async () => {
  const seen = new Set<string>()
  for (const flow of allFlows)
    for (const by of ['kind', 'department', 'grid', 'area'] as const) {
      const weights = weightsOf(flow)
      const parts = await partsOf(flow.name, by)
      const keys = [...new Set(parts.map(({ key }) => key))]
      for (const key of keys) {
        seen.add(by)
        const tally = new Map(
          parts.filter((part) => part.key === key).map(({ figure, count }) => [figure, count]),
        )
        const where = by === 'grid' || by === 'area' ? { areaCode: key } : { [by]: key }
        for (const number of ['count.reported', 'count.overdue', 'above.ended'])
          expect(
            sumOf(
              await behind({
                flow: flow.name,
                weights: weights.get(number) ?? new Map(),
                ...where,
              }),
            ),
          ).toBe(numbersOf(flow, tally).get(number))
      }
    }
  expect([...seen]).toEqual(expect.arrayContaining(['area', 'grid', 'kind']))
  const unfolded = sorted(await partsOf('incident', 'kind'))
  await county.database
    .transaction(async (tx) => {
      await foldFigures(tx, testCounty.id, 1_000_000)
      const rows = await readSlices(
        tx,
        testCounty.id,
        { ...span, flow: 'incident' },
        { slice: 'kind', areas: [testCounty.code] },
      )
      expect(sorted(rows)).toEqual(unfolded)
      throw new Error('undone')
    })
    .catch((error: Error) => expect(error.message).toBe('undone'))
}, 60_000)

const countedAs = () =>
  county.database.query('select matter_id, counted from matters order by matter_id')

test('and counted anew from the stored histories they come out the same, to the last row', async () => {
  const { database } = county
  const kept = inOrder(await keptRows())
  const counted = await countedAs()
  expect(inOrder(await sumHistories(database, testCounty.id, flows))).toEqual(kept)
  await database.query('delete from figures')
  await database.query(`update matters set counted = '{}'`)
  await countHistories(database, testCounty.id, flows)
  expect(inOrder(await keptRows())).toEqual(kept)
  expect(await countedAs()).toEqual(counted)
})

test('a county that is counted is not counted a second time', async () => {
  const { database } = county
  const kept = inOrder(await keptRows())
  await countHistories(database, testCounty.id, flows)
  expect(inOrder(await keptRows())).toEqual(kept)
})
