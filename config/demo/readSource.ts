import { parse } from 'csv-parse/sync'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { counterClockwise, withoutSpikes, type Point, type Ring } from './plane'

export interface Area {
  code: string
  name: string
  level: 'county' | 'township' | 'village'
}

export type SourceKind = Record<
  | 'cat'
  | 'cat_name'
  | 'code'
  | 'name'
  | 'urgency'
  | 'accept_h'
  | 'accept_clock'
  | 'handle_h'
  | 'handle_clock'
  | 'base_points'
  | 'self_close'
  | 'sensitivity'
  | 'owner'
  | 'note',
  string
>

export interface OutlineFeature {
  type: 'Feature'
  properties: Record<string, string>
  geometry: { type: 'Polygon'; coordinates: Point[][] }
}

export const countyCode = '441882'

/** The county, its townships and its villages, in the order of their codes. */
export function readAreas(): Area[] {
  const rows = readTable<{ code: string; name: string }>('divisions.csv')
  const areas = rows.map(({ code, name }): Area => {
    return { code, name, level: code.length === 9 ? 'township' : 'village' }
  })
  return [{ code: countyCode, name: '连州市', level: 'county' }, ...areas]
}

export function readKinds(): SourceKind[] {
  return readTable<SourceKind>('kinds.csv')
}

export function readOutline(): OutlineFeature {
  return JSON.parse(readText('outline.geojson')) as OutlineFeature
}

/** The outline as one clean ring. */
export function outlineRing(feature: OutlineFeature): Ring {
  return counterClockwise(withoutSpikes(feature.geometry.coordinates[0] ?? []))
}

function readTable<T>(file: string): T[] {
  return parse<T>(readText(file), { columns: true, bom: true, skip_empty_lines: true })
}

function readText(file: string): string {
  return readFileSync(join(import.meta.dirname, 'source', file), 'utf8')
}
