import fc from 'fast-check'
import { foldFigures, readFigureRows } from '@cloud/store/figureStore'
import { openTestDatabase, type TestDatabase } from '../../support/openDatabase'
import { testCounty } from '../../support/testCounty'

let county: TestDatabase
beforeAll(async () => {
  county = await openTestDatabase()
}, 60_000)
afterAll(() => county.close())

/** Five weeks from a Thursday on. */
const days = Array.from({ length: 36 }, (_, at) =>
  new Date(Date.parse('2026-10-01') + at * 86_400_000).toISOString().slice(0, 10),
)
const filedAt = ['441882118215', '441882118211', '441882103201', '441882118']
const askedFor = ['441882', '441882118', '441882118215', '441882103']

const counted = fc.record({
  day: fc.constantFrom(...days),
  area: fc.constantFrom(...filedAt),
  count: fc.integer({ min: -2, max: 5 }),
})
const question = fc.record({
  area: fc.constantFrom(...askedFor),
  ends: fc.tuple(fc.constantFrom(...days), fc.constantFrom(...days)).map((two) => two.sort()),
})

async function count(rows: readonly { day: string; area: string; count: number }[]): Promise<void> {
  for (const row of rows)
    await county.database.query(
      `insert into figures values ($1, $2, $3, 'incident', 'reported', 0, $4)
       on conflict (county_id, day, area_code, flow, figure, part, kind, department)
         do update set count = figures.count + excluded.count`,
      [testCounty.id, row.day, row.area, row.count],
    )
}

test('a board reads the same numbers before, while and after they are folded, for any span and area', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(counted, { maxLength: 40 }),
      fc.array(counted, { maxLength: 10 }),
      fc.array(question, { minLength: 6, maxLength: 6 }),
      fc.nat(60),
      async (before, after, questions, moved) => {
        await county.database.query('delete from figures')
        await county.database.query('delete from figure_sums')
        await count(before)
        await foldFigures(county.database, testCounty.id, moved + 1)
        await count(after)
        for (const { area, ends } of questions) {
          const [from = '', until = ''] = ends
          const [row] = await readFigureRows(county.database, testCounty.id, {
            areaCode: area,
            from,
            until,
          })
          const all = [...before, ...after].filter(
            (one) => one.area.startsWith(area) && one.day >= from && one.day <= until,
          )
          expect(row?.count ?? 0).toBe(all.reduce((sum, one) => sum + one.count, 0))
        }
      },
    ),
    { numRuns: 40 },
  )
}, 60_000)
