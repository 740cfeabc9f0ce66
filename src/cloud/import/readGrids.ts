import { villageOf } from '@domain/area/areaCode'
import type { Datum } from '@domain/place/place'
import type { Geometry } from '../reference/reference'
import { isWrong, patternCell, textCell, type Cell } from './cells'
import { decodeText } from './decodeText'
import { featureLines } from './featureLines'
import { IMPORT_ROWS_MAX, NAME_LENGTH_MAX } from './limits'
import type { ProblemList } from './problemList'
import { readGeometry } from './readGeometry'

export type GridDraft = {
  readonly line: number
  readonly code: string
  readonly name: string
  readonly villageCode: string
  readonly datum: Datum
  readonly geometry: Geometry
}

/** CGCS2000 and WGS 84 differ by centimetres, less than any grid is drawn to. */
const datumWords: Readonly<Record<string, Datum>> = {
  gcj02: 'gcj02',
  wgs84: 'wgs84',
  cgcs2000: 'wgs84',
}

const file = 'grids'
const codeCell = patternCell(/^\d{15}$/, ' 15 位数字')
const nameCell = textCell(NAME_LENGTH_MAX)

/** The grids of a GeoJSON FeatureCollection whose member "datum" says what its numbers mean. */
export function readGrids(bytes: Uint8Array, problems: ProblemList): GridDraft[] {
  const text = decodeText(file, bytes, problems)
  const collection = text === undefined ? undefined : parseCollection(text, problems)
  if (text === undefined || !collection) return []
  const datum = readDatum(collection.datum, problems)
  if (!datum) return []
  const lines = featureLines(text)
  return collection.features.flatMap((feature, index) =>
    readFeature(feature, { line: lines[index] ?? 0, datum, problems }),
  )
}

function parseCollection(text: string, problems: ProblemList) {
  const { value, line } = parseJson(text)
  const features = memberOf(value, 'features')
  if (line !== undefined) problems.add({ file, line }, '不是完整的 JSON，从这里往后读不下去')
  else if (memberOf(value, 'type') !== 'FeatureCollection' || !Array.isArray(features)) {
    problems.add({ file, line: 1 }, '应是 GeoJSON 的 FeatureCollection')
  } else if (features.length > IMPORT_ROWS_MAX) {
    problems.add({ file, line: 0 }, `网格太多，最多 ${IMPORT_ROWS_MAX} 个`)
  } else return { features: features as unknown[], datum: memberOf(value, 'datum') }
  return undefined
}

/** The value, or the line on which the text stops being JSON. */
function parseJson(text: string): { value?: unknown; line?: number } {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const position = Number(/position (\d+)/.exec(error.message)?.[1] ?? text.length)
    return { line: text.slice(0, position).split('\n').length }
  }
}

function readDatum(word: unknown, problems: ProblemList): Datum | undefined {
  const datum = Object.entries(datumWords).find(([known]) => known === word)?.[1]
  const words = Object.keys(datumWords).join('、')
  if (!datum) {
    problems.add({ file, line: 1, column: 'datum' }, `要用“datum”写明坐标系：${words} 之一`)
  }
  return datum
}

type FeatureSource = {
  readonly line: number
  readonly datum: Datum
  readonly problems: ProblemList
}

function readFeature(feature: unknown, { line, datum, problems }: FeatureSource): GridDraft[] {
  const properties = memberOf(feature, 'properties')
  const read = (column: string, cell: Cell<string>) => {
    const value = cell(textOf(memberOf(properties, column)))
    if (!isWrong(value)) return value
    problems.add({ file, line, column }, `“${column}”${value.wrong}`)
    return undefined
  }
  const code = read('code', codeCell)
  const name = read('name', nameCell)
  const villageCode = code && readVillage(code, memberOf(properties, 'villageCode'))
  if (villageCode === null) {
    problems.add({ file, line, column: 'villageCode' }, `网格 ${code} 的村代码应是它的前 12 位`)
  }
  const geometry = readGeometry(memberOf(feature, 'geometry'), (message) =>
    problems.add({ file, line, column: 'geometry' }, `网格 ${code ?? ''} ${message}`),
  )
  if (!code || !name || !villageCode || !geometry) return []
  return [{ line, code, name, villageCode, datum, geometry }]
}

/** The village is written in the grid's code; saying it again is allowed, contradicting it is not. */
function readVillage(code: string, said: unknown): string | null {
  const village = villageOf(code)
  return said === undefined || textOf(said) === village ? village : null
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}
