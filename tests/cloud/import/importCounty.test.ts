import { resolve } from 'node:path'
import { readCountyFolder } from '@cloud/import/countyFiles'
import { hasProblems, importCounty, type ImportResult } from '@cloud/import/importCounty'
import { loadReference } from '@cloud/reference/loadReference'
import { openTestDatabase, type TestDatabase } from '../../support/openDatabase'
import { feature, filesOf, smallCounty, smallCountyId as id, withChange } from './smallCounty'

let county: TestDatabase
beforeEach(async () => {
  county = await openTestDatabase()
  await importCounty(county.database, id, filesOf(smallCounty))
})
afterEach(() => county.close())

const run = (files: Parameters<typeof importCounty>[2]) => importCounty(county.database, id, files)

test('a county is imported whole: areas, grids, departments, people, posts and kinds', async () => {
  expect(await countRows()).toEqual({
    areas: 3,
    grids: 2,
    departments: 1,
    people: 4,
    posts: 5,
    kinds: 2,
  })
})

test('the same files again change nothing', async () => {
  const again = await run(filesOf(smallCounty))
  expect(written(again)).toEqual([])
  expect(await countRows()).toMatchObject({ grids: 2, posts: 5, kinds: 2 })
})

test('one file alone leaves what the others said as it is', async () => {
  const { areas } = withChange('areas', '宝珠村委会', '明珠村委会')
  expect(written(await run(areas ? { areas } : {}))).toEqual(['areas changed 1'])
  expect(await countRows()).toMatchObject({ grids: 2, people: 4 })
})

test('a kind that changes gets a new version, and a matter that began with the old one keeps it', async () => {
  const answer = await run(withChange('kinds', 'U3,4,W,56,W', 'U2,2,W,56,W'))
  expect(written(answer)).toEqual(['kinds changed 1'])
  const reference = await loadReference(county.database, id)
  expect(reference.findKind('0101')).toMatchObject({ urgency: 'U2', version: 2 })
  expect(reference.findKind('0101', 1)).toMatchObject({ urgency: 'U3', accept: { hours: 4 } })
  expect(reference.kinds().filter(({ category }) => category < '10')).toHaveLength(2)
})

test('a grid whose border moves is a new version, and the old one says until when it held', async () => {
  const east = feature('441882118215002', 112.41)
  const answer = await run(withChange('grids', east, feature('441882118215002', 112.42)))
  expect(written(answer)).toEqual(['grids changed 1'])
  const versions = await county.database.query<{ version: number; ended: boolean }>(
    `select version, valid_to is not null as ended from grids
     where county_id = $1 and code = '441882118215002' order by version`,
    [id],
  )
  expect(versions).toEqual([
    { version: 1, ended: true },
    { version: 2, ended: false },
  ])
})

test('a village that is re-cut loses the grids its new map does not show', async () => {
  const east = feature('441882118215002', 112.41)
  const people = smallCounty.people.replace(/worker,.*215002,\n/, '')
  const grids = smallCounty.grids.replace(`,\n${east}`, '')
  expect(written(await run(filesOf({ grids, people })))).toEqual(['grids ended 1', 'posts ended 1'])
  const reference = await loadReference(county.database, id)
  expect(reference.findGrid('441882118215002')).toBeUndefined()
  expect(reference.findGrid('441882118215001')).toBeDefined()
})

test('nobody is left standing in a grid that the new map does not show', async () => {
  const grids = smallCounty.grids.replace(`,\n${feature('441882118215002', 112.41)}`, '')
  const answer = await run(filesOf({ grids }))
  expect(answer).toMatchObject({
    problems: [{ file: 'grids.geojson', message: expect.stringContaining('worker 还在那里任职') }],
  })
  expect(await countRows()).toMatchObject({ grids: 2 })
})

test('a post the list no longer gives a person ends, and other people keep theirs', async () => {
  const people = `${smallCounty.people.split('\n')[0]}
worker,何秀昌,19900000003,gridWorker,441882118215002,
`
  expect(written(await run(filesOf({ people })))).toEqual(['posts ended 1'])
  const again = await run(filesOf({ people: smallCounty.people }))
  expect(written(again)).toEqual(['posts inserted 1'])
  expect(await countRows()).toMatchObject({ posts: 6, people: 4 })
})

test('neighbours whose borders lap over each other by a few metres are let be', async () => {
  const east = feature('441882118215002', 112.41)
  const lapping = withChange('grids', east, feature('441882118215002', 112.40995))
  expect(written(await run(lapping))).toEqual(['grids changed 1'])
})

test('a new telephone changes the person, who stays the same person', async () => {
  const before = await idOf('worker')
  const people = smallCounty.people.replaceAll('19900000003', '19900000009')
  expect(written(await run(filesOf({ people })))).toEqual(['people changed 1'])
  expect(await idOf('worker')).toBe(before)
})

test('two servers that import the same list mean the same people', async () => {
  const other = await openTestDatabase()
  await importCounty(other.database, id, filesOf(smallCounty))
  const [row] = await other.database.query('select person_id from people where account = $1', [
    'worker',
  ])
  expect(row?.person_id).toBe(await idOf('worker'))
  await other.close()
})

test('a file from a spreadsheet, with its mark, its line ends and its quotes, says the same', async () => {
  const spreadsheet = (text: string) =>
    `\uFEFF${text.replace(/[^,\n]+/g, '"$&"').replaceAll('\n', '\r\n')}`
  const files = filesOf({
    areas: spreadsheet(smallCounty.areas),
    people: spreadsheet(smallCounty.people),
  })
  expect(written(await run(files))).toEqual([])
})

test('the whole demo county is imported, and imported again without a change', async () => {
  const { database, close } = await openTestDatabase()
  const files = await readCountyFolder(resolve(__dirname, '../../../src/cloud/demo/data'))
  const first = await importCounty(database, id, files)
  expect(written(first)).toEqual([
    'areas inserted 187',
    'grids inserted 1139',
    'departments inserted 96',
    'people inserted 3415',
    'posts inserted 3415',
    'kinds inserted 72',
  ])
  expect(written(await importCounty(database, id, files))).toEqual([])
  await close()
})

/** "grids inserted 2" for every count that is not nought; what was unchanged is left out. */
function written(answer: Awaited<ReturnType<typeof importCounty>>): string[] {
  if (hasProblems(answer)) throw new Error(JSON.stringify(answer.problems))
  return Object.entries(answer satisfies ImportResult).flatMap(([table, counts]) =>
    (['inserted', 'changed', 'ended'] as const)
      .filter((what) => counts[what] > 0)
      .map((what) => `${table} ${what} ${counts[what]}`),
  )
}

async function countRows(): Promise<Record<string, number>> {
  const tables = ['areas', 'grids', 'departments', 'people', 'posts', 'kinds']
  const counts = await Promise.all(
    tables.map(async (table) => {
      const [row] = await county.database.query<{ n: number }>(`select count(*) as n from ${table}`)
      return [table, row?.n ?? 0]
    }),
  )
  return Object.fromEntries(counts)
}

async function idOf(account: string): Promise<unknown> {
  const sql = 'select person_id from people where county_id = $1 and account = $2'
  const [row] = await county.database.query(sql, [id, account])
  return row?.person_id
}

test('the telephone of a post comes with its own column, and files without the column still fit', async () => {
  const people = `account,name,phone,role,areaCode,departmentCode,workPhone
worker,何秀昌,19900000003,gridWorker,441882118215001,,0763-0000001
`
  expect(written(await run(filesOf({ people })))).toContain('people changed 1')
  const [row] = await county.database.query(
    `select work_phone from people where county_id = $1 and account = 'worker'`,
    [id],
  )
  expect(row).toEqual({ work_phone: '0763-0000001' })
  const twice = people.replace(',workPhone', ',workPhone,workPhone').replace('001\n', '001,1\n')
  expect(await run(filesOf({ people: twice }))).toMatchObject({
    problems: [{ message: '“workPhone”这一列出现了 2 次' }],
  })
})
