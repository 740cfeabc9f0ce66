import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Grid } from './layGrids'
import type { Ring } from './plane'
import type { OutlineFeature } from './readSource'

const folder = join(import.meta.dirname, '../../src/cloud/demo/data')
const datum = 'gcj02'

/** Writes rows under the names of their fields; every row must have the same ones. */
export function writeTable(file: string, rows: object[]): void {
  const header = Object.keys(rows[0] ?? {})
  const lines = rows.map((row) => Object.values(row).map(quoted).join(','))
  write(file, [header.join(','), ...lines])
}

/** One grid to a line, so that a change to one grid shows as one line. */
export function writeGrids(file: string, grids: Grid[]): void {
  const note = 'Only the outline is real: the geometry of the grids inside it is made up.'
  const lines = grids.map((grid) => JSON.stringify(gridFeature(grid)))
  const head = `{"type":"FeatureCollection","datum":"${datum}","note":"${note}","features":[`
  write(file, [head, lines.join(',\n'), ']}'])
}

export function writeBoundary(file: string, outline: OutlineFeature): void {
  const note = 'The source does not state its datum; it is taken to be GCJ-02 for the demo.'
  write(file, [JSON.stringify({ ...outline, datum, note })])
}

function gridFeature({ code, name, villageCode, pieces }: Grid): object {
  const polygons = pieces.map((piece) => [closed(piece)])
  const geometry =
    polygons.length === 1
      ? { type: 'Polygon', coordinates: polygons[0] }
      : { type: 'MultiPolygon', coordinates: polygons }
  return { type: 'Feature', properties: { code, name, villageCode }, geometry }
}

function closed(ring: Ring): Ring {
  return [...ring, ...ring.slice(0, 1)]
}

function quoted(value: unknown): string {
  const text = String(value)
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function write(file: string, lines: string[]): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, file), lines.join('\n') + '\n')
}
