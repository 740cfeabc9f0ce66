import type { Geometry } from '../reference/reference'
import { crossesItself } from './crossesItself'
import { GRID_CORNERS_MAX } from './limits'
import { overlapArea } from './overlapArea'

type Complain = (sentence: string) => void
type Point = [number, number]

/** China and a little more: a map with longitude and latitude swapped falls outside. */
const bounds = { west: 72, east: 137, south: 2, north: 55 }
const RING_POSITIONS_MIN = 4

/** A Polygon or MultiPolygon as rings of points, closed, without crossings; else a complaint and undefined. */
export function readGeometry(geometry: unknown, complain: Complain): Geometry | undefined {
  const polygons = polygonsOf(geometry)
  const shaped = polygons && readPolygons(polygons)
  if (!shaped) return void complain('的边界应是 Polygon 或 MultiPolygon，由 [经度, 纬度] 组成')
  const complaint = complaintOf(shaped)
  if (complaint) return void complain(complaint)
  return shaped
}

function complaintOf(geometry: Geometry): string | undefined {
  const rings = geometry.flat()
  const corners = rings.reduce((sum, ring) => sum + ring.length, 0)
  if (rings.some((ring) => ring.length < RING_POSITIONS_MIN)) return '的边界不足三个角'
  if (corners > GRID_CORNERS_MAX) return `的边界太细，最多 ${GRID_CORNERS_MAX} 个点`
  if (!rings.flat().every(isInBounds)) return '的边界不在中国境内，经度和纬度可能写反了'
  if (!rings.every(isClosed)) return '的边界没有闭合，首尾应是同一个点'
  if (crossesItself(rings)) return '的边界自相交'
  if (overlapArea(geometry, geometry) === 0) return '的边界没有围出面积'
  return undefined
}

function polygonsOf(geometry: unknown): unknown[] | undefined {
  if (typeof geometry !== 'object' || geometry === null) return undefined
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown }
  if (type === 'Polygon') return [coordinates]
  return type === 'MultiPolygon' && Array.isArray(coordinates) ? coordinates : undefined
}

function readPolygons(polygons: unknown[]): Geometry | undefined {
  const read = polygons.map((polygon) => readAll(polygon, (ring) => readAll(ring, readPoint)))
  return read.length > 0 && read.every(isPresent) ? read : undefined
}

/** All of a list or nothing; a list is never empty here. */
function readAll<T>(list: unknown, readOne: (item: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(list) || list.length === 0) return undefined
  const read = list.map(readOne)
  return read.every(isPresent) ? read : undefined
}

function readPoint(position: unknown): Point | undefined {
  if (!Array.isArray(position)) return undefined
  const [x, y] = position as unknown[]
  return typeof x === 'number' && typeof y === 'number' ? [x, y] : undefined
}

function isPresent<T>(value: T | undefined): value is T {
  return value !== undefined
}

function isInBounds([x, y]: Point): boolean {
  return x > bounds.west && x < bounds.east && y > bounds.south && y < bounds.north
}

function isClosed(ring: Point[]): boolean {
  const [first, last] = [ring[0], ring[ring.length - 1]]
  return first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1]
}
