import { CsvError, parse } from 'csv-parse/sync'
import { canLack, isWrong, type Cell, type Wrong } from './cells'
import type { CountyFile } from './countyFiles'
import { decodeText } from './decodeText'
import { IMPORT_ROWS_MAX } from './limits'
import type { ProblemList } from './problemList'

export type Columns = Readonly<Record<string, Cell<unknown>>>
export type TableRow<C extends Columns> = {
  readonly [Name in keyof C]: Exclude<ReturnType<C[Name]>, Wrong>
} & { readonly line: number }

type Source = {
  readonly file: CountyFile
  readonly bytes: Uint8Array
  readonly problems: ProblemList
}
type CsvRecord = { readonly line: number; readonly cells: readonly string[] }

/** The rows of a CSV file that can be read; every cell that cannot is added to the problems. */
export function readTable<C extends Columns>(source: Source, columns: C): TableRow<C>[] {
  const text = decodeText(source.file, source.bytes, source.problems)
  if (text === undefined) return []
  const all = splitRecords(source, text)
  if (!all) return []
  const [header, ...records] = all
  const positions = findColumns(source, header, columns)
  if (!header || !positions) return []
  if (records.length > IMPORT_ROWS_MAX) {
    source.problems.add({ file: source.file, line: 0 }, `行数太多，最多 ${IMPORT_ROWS_MAX} 行`)
    return []
  }
  return records.flatMap((record) =>
    isFull(source, header, record) ? readRecord(source, record, { columns, positions }) : [],
  )
}

function splitRecords({ file, problems }: Source, text: string): CsvRecord[] | undefined {
  try {
    return parseRecords(text).map(({ info, record }) => {
      const inner = record.join('').split('\n').length - 1
      return { line: info.lines - inner, cells: record.map((cell) => cell.trim()) }
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    problems.add({ file, line: lineOf(error, text) }, '引号没有成对，从这里往后读不下去')
    return undefined
  }
}

/** A quotation mark that nobody closes swallows the rest; the library names the last line, people need the first. */
function lineOf(error: CsvError, text: string): number {
  const swallowed = error.code === 'CSV_QUOTE_NOT_CLOSED'
  if (swallowed) return text.slice(0, text.lastIndexOf('"')).split('\n').length
  return typeof error.lines === 'number' ? error.lines : 0
}

type Parsed = { readonly info: { readonly lines: number }; readonly record: readonly string[] }

/** The library's types do not follow `info`. */
function parseRecords(text: string): Parsed[] {
  return parse(text, {
    info: true,
    record_delimiter: '\n',
    relax_column_count: true,
    skip_empty_lines: true,
  }) as unknown as Parsed[]
}

/** Where each column stands. Columns nobody asked for are left alone, so that a county may keep its own beside ours. */
function findColumns(
  { file, problems }: Source,
  header: CsvRecord | undefined,
  columns: Columns,
): Map<string, number> | undefined {
  if (!header) {
    problems.add({ file, line: 0 }, '文件是空的，第一行应是表头')
    return undefined
  }
  const faulty = Object.entries(columns).filter(([name, column]) => {
    const count = header.cells.filter((cell) => cell === name).length
    if (count === 0 && canLack(column)) return false
    const message = count === 0 ? `缺少“${name}”这一列` : `“${name}”这一列出现了 ${count} 次`
    if (count !== 1) problems.add({ file, line: header.line, column: name }, message)
    return count !== 1
  })
  if (faulty.length > 0) return undefined
  return new Map(Object.keys(columns).map((name) => [name, header.cells.indexOf(name)]))
}

function isFull({ file, problems }: Source, header: CsvRecord, record: CsvRecord): boolean {
  const [has, wants] = [record.cells.length, header.cells.length]
  if (has === wants) return true
  problems.add({ file, line: record.line }, `这一行有 ${has} 格，表头有 ${wants} 格`)
  return false
}

type Layout<C> = { readonly columns: C; readonly positions: ReadonlyMap<string, number> }

function readRecord<C extends Columns>(
  { file, problems }: Source,
  record: CsvRecord,
  { columns, positions }: Layout<C>,
): TableRow<C>[] {
  let whole = true
  const values = Object.entries(columns).map(([name, cell]) => {
    const value = cell(record.cells[positions.get(name) ?? -1] ?? '')
    if (isWrong(value)) {
      problems.add({ file, line: record.line, column: name }, `“${name}”${value.wrong}`)
      whole = false
    }
    return [name, value]
  })
  const row = { ...Object.fromEntries(values), line: record.line } as TableRow<C>
  return whole ? [row] : []
}
