import fc from 'fast-check'
import { countyFileNames, type CountyFile } from '@cloud/import/countyFiles'
import { hasProblems, importCounty } from '@cloud/import/importCounty'
import type { Queryable } from '@cloud/store/database'
import { openTestDatabase, type TestDatabase } from '../../support/openDatabase'
import { filesOf, smallCounty, smallCountyId as id } from './smallCounty'

let county: TestDatabase
beforeAll(async () => void (county = await openTestDatabase()))
afterAll(() => county.close())

const anyFile = fc.constantFrom(...(Object.keys(countyFileNames) as CountyFile[]))

/** What people and programs do to a file: lines lost, doubled, cut off, cells swapped for anything at all. */
const spoiled = anyFile.chain((file) =>
  fc.record({
    file: fc.constant(file),
    bytes: fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.string({ unit: 'binary', maxLength: 200 }).map((text) => Buffer.from(text)),
      fc.json().map((text) => Buffer.from(text)),
      fc
        .tuple(fc.nat(smallCounty[file].length), fc.nat(40), anyText())
        .map(([at, length, text]) => Buffer.from(splice(smallCounty[file], { at, length, text }))),
    ),
  }),
)

test('whatever the files hold, they are imported or refused by file and line, and never break the server', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(spoiled, { minLength: 1, maxLength: 3 }), async (changes) => {
      const changed = Object.fromEntries(changes.map(({ file, bytes }) => [file, bytes]))
      const before = await counted(county.database)
      const answer = await importCounty(county.database, id, {
        ...filesOf(smallCounty),
        ...changed,
      })
      if (!hasProblems(answer)) return
      expect(answer.problems.length).toBeGreaterThan(0)
      for (const { file, line, message } of answer.problems) {
        expect(Object.values(countyFileNames)).toContain(file)
        expect(Number.isInteger(line) && line >= 0).toBe(true)
        expect(message).toMatch(/[一-龥]/)
      }
      expect(await counted(county.database)).toEqual(before)
    }),
    { numRuns: 300 },
  )
}, 60_000)

function anyText() {
  return fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      '"',
      ',',
      '\n',
      '\r\n',
      '\u0000',
      '\ud800',
      '\\ud800',
      '\\u0000',
      '1e999',
      '-1',
    ),
    fc.constantFrom(
      '441882118215001',
      '__proto__',
      'constructor',
      'null',
      '[]',
      '{}',
      '999999999999',
    ),
  )
}

type Cut = { readonly at: number; readonly length: number; readonly text: string }

function splice(text: string, { at, length, text: other }: Cut): string {
  return text.slice(0, at) + other + text.slice(at + length)
}

async function counted(database: Queryable): Promise<unknown> {
  return database.query(`select (select count(*) from areas) as areas,
    (select count(*) from grids) as grids, (select count(*) from departments) as departments,
    (select count(*) from people) as people, (select count(*) from posts) as posts,
    (select count(*) from kinds) as kinds`)
}
