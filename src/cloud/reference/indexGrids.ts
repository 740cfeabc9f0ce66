import Flatbush from 'flatbush'
import pointInPolygon from 'point-in-polygon-hao'
import { townshipOf, type AreaCode } from '@domain/area/areaCode'
import { spokenGridName } from '@domain/area/areaName'
import type { Datum, Place } from '@domain/place/place'
import type { GridView } from '@contract/views'
import type { StoredGrid } from '../store/referenceStore'
import type { AreaRow, Geometry, GridRow } from './reference'
import { toDatum } from './toDatum'

export type GridIndex = {
  readonly datum: Datum
  /** By code. */
  readonly rows: readonly GridRow[]
  find(code: AreaCode): GridView | undefined
  at(place: Place): GridView | undefined
}

/** Boxes first, then exact polygons: thousands of grids answer in microseconds. */
export function indexGrids(
  stored: readonly StoredGrid[],
  findArea: (code: AreaCode) => AreaRow | undefined,
): GridIndex {
  const datum = stored[0]?.datum ?? 'gcj02'
  const rows = stored.map((grid) => ({
    view: viewOf(grid, findArea),
    geometry: inDatum(grid, datum),
  }))
  const byCode = new Map(rows.map((row) => [row.view.code, row.view]))
  const boxes = boxesOf(rows)
  return {
    datum,
    rows,
    find: (code) => byCode.get(code),
    at: (place) => findAt(rows, boxes, toDatum(place, datum)),
  }
}

function viewOf(grid: StoredGrid, findArea: (code: AreaCode) => AreaRow | undefined): GridView {
  const village = nameOf(grid.village_code, findArea)
  return {
    code: grid.code,
    name: spokenGridName(village.name, grid.name),
    village,
    township: nameOf(townshipOf(grid.code), findArea),
  }
}

function nameOf(code: AreaCode, findArea: (code: AreaCode) => AreaRow | undefined) {
  return { code, name: findArea(code)?.name ?? code }
}

/** An import gives all grids one datum; a grid that was left in the other is brought over rather than misplaced. */
function inDatum(grid: StoredGrid, datum: Datum): Geometry {
  if (grid.datum === datum) return grid.geometry
  return grid.geometry.map((polygon) =>
    polygon.map((ring) =>
      ring.map(([longitude, latitude]) =>
        toDatum({ longitude, latitude, datum: grid.datum }, datum),
      ),
    ),
  )
}

/** Flatbush refuses to index nothing, and a county begins without grids. */
function boxesOf(rows: readonly GridRow[]): Flatbush | undefined {
  if (rows.length === 0) return undefined
  const boxes = new Flatbush(rows.length)
  for (const row of rows) boxes.add(...boxOf(row.geometry))
  boxes.finish()
  return boxes
}

function boxOf(geometry: Geometry): [number, number, number, number] {
  const points = geometry.flat(2)
  return points.reduce<[number, number, number, number]>(
    ([west, south, east, north], [x, y]) => [
      Math.min(west, x),
      Math.min(south, y),
      Math.max(east, x),
      Math.max(north, y),
    ],
    [Infinity, Infinity, -Infinity, -Infinity],
  )
}

/** A point on a border belongs to both grids; the lower code wins, so that the answer never depends on the index. */
function findAt(
  rows: readonly GridRow[],
  boxes: Flatbush | undefined,
  point: [number, number],
): GridView | undefined {
  if (!boxes) return undefined
  const candidates = boxes.search(point[0], point[1], point[0], point[1]).sort((a, b) => a - b)
  for (const index of candidates) {
    const row = rows[index]
    if (row && contains(row.geometry, point)) return row.view
  }
  return undefined
}

function contains(geometry: Geometry, point: [number, number]): boolean {
  return geometry.some((polygon) => pointInPolygon(point, polygon) !== false)
}
