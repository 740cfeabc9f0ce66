import { parse } from 'csv-parse/sync'
import readExcelFile from 'read-excel-file/node'
import type { Actor } from '@domain/access/actor'
import { isRefusal } from '@domain/shared/refusal'
import type { ExportRequest } from '@contract/exportMatters'
import { csvLine } from '@cloud/exports/csvLine'
import { EXPORTS_AT_ONCE, makeExporter, type ExportFile } from '@cloud/exports/exportMatters'
import { EXPORT_PAGE } from '@cloud/exports/readForExport'
import { fillCounty } from '../../../config/bench/fillCounty'
import { aReport, newId, succeed } from '../../support/openTestApp'
import { testCounty } from '../../support/testCounty'
import { openTestDoor, type TestDoor } from '../doors/openDoor'

let door: TestDoor
beforeAll(async () => {
  door = await openTestDoor()
  for (const text of said) await report({ text })
  await report({ kind: '0703', text: '不该出门的话' })
}, 60_000)
afterAll(() => door.close())

const { township, anotherTownship, code } = testCounty
/** What a spreadsheet would run, and what would break a line. */
const said = ['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '一行，"引"\n两行, 逗号']

async function report(change: object): Promise<void> {
  await succeed(door.call(door.cast.gridWorkerLi, 'reportMatter', { ...aReport(), ...change }))
}

async function download(who: Actor, body: object): Promise<Response> {
  return fetch(`${door.url}/api/v1/exports/matters`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await door.signIn(who)}`,
    },
    body: JSON.stringify({ format: 'csv', areaCode: township, ...body }),
  })
}

async function rowsFor(who: Actor, body: object = {}): Promise<Record<string, string>[]> {
  const response = await download(who, body)
  const bytes = Buffer.from(await response.arrayBuffer())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  return parse(bytes, { bom: true, columns: true, record_delimiter: '\r\n' })
}

test('what was typed to be run by a spreadsheet comes as words, whole and in its cell', async () => {
  const rows = await rowsFor(door.cast.hubOperatorOfXijiang)
  const texts = rows.map((row) => row['内容'] ?? '')
  expect(texts.filter((text) => /^\s*[=+\-@]/.test(text))).toEqual([])
  for (const text of said) expect([text, `'${text}`].some((one) => texts.includes(one))).toBe(true)
  expect(rows[0]).toMatchObject({ 镇: '西江镇', 网格: '宝珠村 第3网格', 系统: '事件' })
})

test('of what only few may read no word leaves, and to others not even that it is there', async () => {
  const sensitive = (rows: Record<string, string>[]) =>
    rows.filter((row) => row['类别']?.includes('未成年人')).map((row) => row['内容'])
  expect(sensitive(await rowsFor(door.cast.hubOperatorOfXijiang))).toEqual(['（按规定不导出）'])
  expect(sensitive(await rowsFor(door.cast.townLeaderOfXijiang))).toEqual([])
  const whole = JSON.stringify(await rowsFor(door.cast.hubOperatorOfXijiang))
  for (const { personId, name } of Object.values(door.cast)) {
    expect(whole).not.toContain(personId)
    expect(whole).not.toContain(name)
  }
})

test('whoever does not answer for the place takes nothing out, and nothing is taken out twice over', async () => {
  const { gridWorkerLi, hubOperatorOfXijiang } = door.cast
  const refusal = async (who: Actor, body: object) =>
    (await (await download(who, body)).json()).code
  expect(await refusal(gridWorkerLi, {})).toBe('access.not-permitted')
  expect(await refusal(hubOperatorOfXijiang, { areaCode: anotherTownship })).toBe(
    'access.outside-jurisdiction',
  )
  expect(await refusal(hubOperatorOfXijiang, { areaCode: code })).toBe(
    'access.outside-jurisdiction',
  )
  expect(await refusal(hubOperatorOfXijiang, { format: 'exe' })).toBe('request.invalid')
  expect(await rowsFor(hubOperatorOfXijiang, { until: '2020-01-01' })).toEqual([])
  expect(await rowsFor(hubOperatorOfXijiang, { kind: '0501' })).toHaveLength(said.length)
})

test('a formula is found behind blanks and in wide letters, and a number stays a number', () => {
  expect(csvLine(['\t=1', ' =1', '＝1', -1, '张,三'])).toBe(`'\t=1,' =1,'＝1,-1,"张,三"\r\n`)
})

test('a workbook holds the same rows as texts', async () => {
  const response = await download(door.cast.hubOperatorOfXijiang, { format: 'xlsx', kind: '0501' })
  expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('西江镇'))
  const [{ data } = { data: [] }] = await readExcelFile(Buffer.from(await response.arrayBuffer()))
  expect(data).toHaveLength(said.length + 1)
  const texts = data.map((row) => row.at(-1))
  expect(texts).toContain('=HYPERLINK("http://x")')
})

test('every export stands on record: who, what, and how many rows', async () => {
  const { countyAdmin } = door.cast
  await rowsFor(countyAdmin, { kind: '0501', areaCode: code })
  const rows = await door.app.context.database.query(
    `select phase, format, asked, rows from exports where person_id = $1 order by at, phase`,
    [countyAdmin.personId],
  )
  const asked = { kind: '0501', areaCode: code }
  expect(rows).toEqual([
    { phase: 'begun', format: 'csv', asked, rows: 0 },
    { phase: 'ended', format: 'csv', asked, rows: said.length },
  ])
})

describe('a county with more than fits one page', () => {
  const total = EXPORT_PAGE * 2 + 300
  const request: ExportRequest = { format: 'csv', areaCode: code }
  beforeAll(
    () => fillCounty(door.app.context.database, { total, open: 50, figures: false }),
    60_000,
  )

  test('is read page by page as it is taken, each matter once', async () => {
    const file = await begin(makeExporter(door.app.context), request)
    const numbers = new Set<string>()
    let longest = 0
    for await (const piece of file.pieces) {
      const lines = String(piece).split('\r\n').slice(0, -1)
      longest = Math.max(longest, lines.length)
      for (const line of lines) numbers.add(line.split(',')[0] ?? '')
    }
    expect(longest).toBe(EXPORT_PAGE)
    // The heading has a first cell of its own.
    expect(numbers.size).toBe(total + 1)
  })

  test('is exported by so many at once, and a place that is given up is free again', async () => {
    const exporter = makeExporter(door.app.context)
    const files: ExportFile[] = []
    for (let turn = 0; turn < EXPORTS_AT_ONCE; turn++) files.push(await begin(exporter, request))
    expect(await exporter(door.cast.countyAdmin, request)).toMatchObject({ refused: 'server.busy' })
    files[0]?.release()
    files[0]?.release()
    const [, ...rest] = [files[0], ...files.slice(1), await begin(exporter, request)]
    await Promise.all(rest.map(async (file) => expect(await linesOf(file)).toBe(total + 1)))
  })

  test('is on record as broken off when whoever asked goes away', async () => {
    const file = await begin(makeExporter(door.app.context), { ...request, open: false })
    for await (const piece of file.pieces) if (String(piece).includes('E')) break
    const [last] = await door.app.context.database.query(
      `select phase, rows from exports where asked @> '{"open": false}' order by phase desc limit 1`,
    )
    expect(last).toEqual({ phase: 'broken', rows: EXPORT_PAGE })
  })

  async function begin(exporter: ReturnType<typeof makeExporter>, asked: ExportRequest) {
    const file = await exporter(door.cast.countyAdmin, asked)
    if (isRefusal(file)) throw new Error(`Refused: ${newId()}`)
    return file
  }

  async function linesOf({ pieces }: ExportFile): Promise<number> {
    let lines = 0
    for await (const piece of pieces) lines += String(piece).split('\r\n').length - 1
    return lines
  }
})
