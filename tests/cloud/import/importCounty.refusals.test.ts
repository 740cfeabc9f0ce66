import { roles } from '@domain/access/permissions'
import { hasProblems, importCounty } from '@cloud/import/importCounty'
import type { CountyFile, CountyFiles } from '@cloud/import/countyFiles'
import { openTestDatabase, type TestDatabase } from '../../support/openDatabase'
import { feature, filesOf, smallCounty, smallCountyId as id, withChange } from './smallCounty'

let county: TestDatabase
beforeAll(async () => void (county = await openTestDatabase()))
afterAll(() => county.close())

/** Nothing of a refused import may be left, so every test ends with an empty county. */
afterEach(async () => {
  for (const table of ['counties', 'areas', 'grids', 'departments', 'people', 'posts', 'kinds']) {
    expect(await county.database.query(`select 1 from ${table}`)).toEqual([])
  }
})

type Broken = {
  readonly title: string
  readonly file: CountyFile
  readonly before: string
  readonly after: string
  readonly says: string
}

const east = feature('441882118215002', 112.41)

const broken: Broken[] = [
  {
    title: 'a column that is missing',
    file: 'areas',
    before: 'code,name,level',
    after: 'code,name,niveau',
    says: 'areas.csv 1 缺少“level”这一列',
  },
  {
    title: 'an area code of the wrong length',
    file: 'areas',
    before: '441882118,西江镇',
    after: '44188211,西江镇',
    says: 'areas.csv 3 “code”应是 6、9、12 或 15 位数字，现在是“44188211”',
  },
  {
    title: 'an area of another county',
    file: 'areas',
    before: '宝珠村委会,village',
    after: '宝珠村委会,village\n441881118215,外县村委会,village',
    says: 'areas.csv 5 代码 441881118215 不属于 441882',
  },
  {
    title: 'a level that does not fit the code',
    file: 'areas',
    before: '宝珠村委会,village',
    after: '宝珠村委会,township',
    says: 'areas.csv 4 代码 441882118215 的位数与级别 township 不符',
  },
  {
    title: 'a village without its township',
    file: 'areas',
    before: '441882118215,宝珠村委会,village',
    after: '441882118215,宝珠村委会,village\n441882119201,新村委会,village',
    says: 'areas.csv 5 代码 441882119201 的上级 441882119 不存在',
  },
  {
    title: 'an area that stands there twice',
    file: 'areas',
    before: '441882118215,',
    after: '441882118,又一个,township\n441882118215,',
    says: 'areas.csv 4 代码 441882118 与第 3 行重复',
  },
  {
    title: 'a line with a cell too few',
    file: 'areas',
    before: '西江镇,township',
    after: '西江镇',
    says: 'areas.csv 3 这一行有 2 格，表头有 3 格',
  },
  {
    title: 'a quotation mark that is never closed',
    file: 'areas',
    before: '西江镇',
    after: '"西江镇',
    says: 'areas.csv 3 引号没有成对，从这里往后读不下去',
  },
  {
    title: 'a department in an unknown area',
    file: 'departments',
    before: '派出所,441882118',
    after: '派出所,441882118\n441882119-police,派出所,441882119',
    says: 'departments.csv 3 区划 441882119 不存在',
  },
  {
    title: 'a role nobody knows',
    file: 'people',
    before: 'hubOperator',
    after: 'mayor',
    says: `people.csv 3 “role”只能是 ${Object.keys(roles).join('、')}，现在是“mayor”`,
  },
  {
    title: 'a grid worker for the whole township',
    file: 'people',
    before: 'gridWorker,441882118215001',
    after: 'gridWorker,441882118',
    says: 'people.csv 5 网格员只能在村或网格任职，不能在 441882118',
  },
  {
    title: 'a post in a grid that does not exist',
    file: 'people',
    before: '441882118215002',
    after: '441882118215009',
    says: 'people.csv 6 区划或网格 441882118215009 不存在',
  },
  {
    title: 'an officer without a department',
    file: 'people',
    before: '441882118,441882118-police',
    after: '441882118,',
    says: 'people.csv 4 部门工作人员要写明部门',
  },
  {
    title: 'one account for two people',
    file: 'people',
    before: 'worker,何秀昌,19900000003,gridWorker,441882118215002',
    after: 'worker,陈婉秋,19900000004,gridWorker,441882118215002',
    says: 'people.csv 6 账号 worker 的姓名或电话与第 5 行不同',
  },
  {
    title: 'an officer whose department works elsewhere',
    file: 'people',
    before: 'departmentOfficer,441882118,',
    after: 'departmentOfficer,441882,',
    says: 'people.csv 4 部门 441882118-police 不管 441882',
  },
  {
    title: 'the same post twice',
    file: 'people',
    before: '441882118215002',
    after: '441882118215001',
    says: 'people.csv 6 账号 worker 的这个岗位前面已经有了',
  },
  {
    title: 'an urgency that does not exist',
    file: 'kinds',
    before: 'U3',
    after: 'U5',
    says: 'kinds.csv 2 “urgency”只能是 U1、U2、U3、U4，现在是“U5”',
  },
  {
    title: 'a clock that does not exist',
    file: 'kinds',
    before: '0.17,E',
    after: '0.17,X',
    says: 'kinds.csv 3 “acceptClock”只能是 E、W，现在是“X”',
  },
  {
    title: 'a limit that is no number',
    file: 'kinds',
    before: '56',
    after: '8周',
    says: 'kinds.csv 2 “handleHours”应是 0.01 到 20000 的数，小数最多 4 位，现在是“8周”',
  },
  {
    title: 'two kinds in one place of the short list',
    file: 'kinds',
    before: '110,,',
    after: '110,1,',
    says: 'kinds.csv 3 排位 1 已属于 0101',
  },
  {
    title: 'a map that does not name its datum',
    file: 'grids',
    before: '"datum":"gcj02"',
    after: '"datum":"bd09"',
    says: 'grids.geojson 1 要用“datum”写明坐标系：gcj02、wgs84、cgcs2000 之一',
  },
  {
    title: 'a map that breaks off',
    file: 'grids',
    before: `${east}\n]}`,
    after: east.slice(0, 40),
    says: 'grids.geojson 3 不是完整的 JSON，从这里往后读不下去',
  },
  {
    title: 'a grid of a village that does not exist',
    file: 'grids',
    before: east,
    after: `${east},\n${feature('441882118216001', 112.43)}`,
    says: 'grids.geojson 4 网格 441882118216001 所在的村 441882118216 不存在',
  },
  {
    title: 'a grid that names another village than its code does',
    file: 'grids',
    before: '"villageCode":"441882118215"},"geometry"',
    after: '"villageCode":"441882118211"},"geometry"',
    says: 'grids.geojson 2 网格 441882118215001 的村代码应是它的前 12 位',
  },
  {
    title: 'a grid whose border crosses itself',
    file: 'grids',
    before: '[112.42,24.7],[112.42,24.71]',
    after: '[112.42,24.71],[112.42,24.7]',
    says: 'grids.geojson 3 网格 441882118215002 的边界自相交',
  },
  {
    title: 'a grid whose border does not close',
    file: 'grids',
    before: '[112.4,24.71],[112.4,24.7]]',
    after: '[112.4,24.71]]',
    says: 'grids.geojson 2 网格 441882118215001 的边界没有闭合，首尾应是同一个点',
  },
  {
    title: 'longitude and latitude in the wrong order',
    file: 'grids',
    before: '[112.4,24.7],',
    after: '[24.7,112.4],',
    says: 'grids.geojson 2 网格 441882118215001 的边界不在中国境内，经度和纬度可能写反了',
  },
  {
    title: 'two grids on the same ground',
    file: 'grids',
    before: east,
    after: feature('441882118215002', 112.409),
    says: 'grids.geojson 2 网格 441882118215001 与网格 441882118215002 重叠超过较小一个的 1%',
  },
]

describe('nothing is written and the line is named for', () => {
  test.each(broken)('$title', async ({ file, before, after, says }) => {
    expect(await sentences(withChange(file, before, after))).toEqual([says])
  })
})

test('a map may be laid out over many lines, and each grid is still found', async () => {
  const grids = smallCounty.grids.replace(east, east.replaceAll('24.71', '124.71'))
  const spread = JSON.stringify(JSON.parse(grids), null, 2)
  // The line that opens the feature: its code stands three lines further down.
  const line = spread.split('\n').findIndex((text) => text.includes('215002')) - 2
  expect(await sentences(filesOf({ ...smallCounty, grids: spread }))).toEqual([
    expect.stringContaining(`grids.geojson ${line} `),
  ])
})

test('one broken line in each of five files is five sentences', async () => {
  const files = filesOf({
    areas: smallCounty.areas.replace('西江镇', ''),
    grids: smallCounty.grids.replace('第2网格', ''),
    departments: smallCounty.departments.replace('派出所', ''),
    people: smallCounty.people.replace('邓瑞兰', ''),
    kinds: smallCounty.kinds.replace('邻里纠纷', ''),
  })
  expect(await sentences(files)).toEqual([
    'areas.csv 3 “name”不能空着',
    'grids.geojson 3 “name”不能空着',
    'departments.csv 2 “name”不能空着',
    'people.csv 3 “name”不能空着',
    'kinds.csv 2 “name”不能空着',
  ])
})

test('a list without its county is refused as a whole', async () => {
  const { kinds } = smallCounty
  expect(await sentences(filesOf({ kinds }))).toEqual([
    'areas.csv 0 没有县本身（代码 441882）这一行',
  ])
})

test('a file in another encoding is refused with the way to save it', async () => {
  const gbk = Buffer.from([0x63, 0x6f, 0x64, 0x65, 0x0a, 0xc1, 0xac, 0xd6, 0xdd])
  expect(await sentences({ areas: gbk })).toEqual([
    'areas.csv 0 文件不是 UTF-8 编码；用表格软件打开后另存为“CSV UTF-8”',
  ])
})

test('a file larger than any county is not read at all', async () => {
  expect(await sentences({ people: Buffer.alloc(64 * 1024 * 1024 + 1) })).toEqual([
    'people.csv 0 文件太大，最多 64 MB',
  ])
})

test('of very many mistakes a hundred are listed and the rest counted', async () => {
  const people = `${smallCounty.people}${'bad line\n'.repeat(250)}`
  const answer = await importCounty(county.database, id, filesOf({ ...smallCounty, people }))
  if (!hasProblems(answer)) throw new Error('the import was not refused')
  expect(answer.problems).toHaveLength(100)
  expect(answer.more).toBe(150)
})

async function sentences(files: CountyFiles): Promise<string[]> {
  const answer = await importCounty(county.database, id, files)
  if (!hasProblems(answer)) throw new Error('the import was not refused')
  return answer.problems.map(({ file, line, message }) => `${file} ${line} ${message}`)
}
