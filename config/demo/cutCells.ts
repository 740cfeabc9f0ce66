import { Delaunay } from 'd3-delaunay'
import { intersection } from 'polyclip-ts'
import {
  counterClockwise,
  distanceToSegment,
  edgesOf,
  isInside,
  pointKey,
  ringArea,
  segmentsCross,
  type Point,
  type Ring,
} from './plane'
import { longitudeScale } from './spreadSeeds'

/**
 * Corners between cells carry seven decimals and are rounded before anything is cut, so that every
 * neighbour works from the same number. Where an edge meets the outline nine are kept: at seven the
 * outline would bend by enough to show in the sum of the areas.
 */
const cornerDigits = 7
const crossingDigits = 9

/** Cuts the ground inside the outline into one cell per seed: the ground nearest to that seed. */
export function cutCells(seeds: Point[], outline: Ring): Ring[][] {
  const cells = nearestGround(seeds, outline).map((cell) => clip(cell, outline))
  const kept = new Set(cells.flat(2).map(pointKey))
  const lost = outline.filter((point) => !kept.has(pointKey(point)))
  return cells.map((pieces) => pieces.map((piece) => withLostCorners(piece, lost)))
}

function nearestGround(seeds: Point[], outline: Ring): Ring[] {
  const flat = [...seeds, ...farRing(outline)].map(([x, y]): Point => [x * longitudeScale, y])
  const voronoi = Delaunay.from(flat).voronoi([-1000, -1000, 1000, 1000])
  return seeds.map((_, index) => {
    const closed = voronoi.cellPolygon(index) as Point[]
    const ring = closed.slice(1).map(([x, y]): Point => {
      return [roundTo(x / longitudeScale, cornerDigits), roundTo(y, cornerDigits)]
    })
    return counterClockwise(withoutRepeats(ring))
  })
}

/** Points well outside, so that no cell of the county is left open towards infinity. */
function farRing(outline: Ring): Point[] {
  const [x, y] = outline[0] as Point
  return Array.from({ length: 48 }, (_, index) => {
    const angle = (index / 48) * 2 * Math.PI
    return [x + 3 * Math.cos(angle), y + 3 * Math.sin(angle)]
  })
}

function clip(cell: Ring, outline: Ring): Ring[] {
  const inside = cell.every((point) => isInside(point, outline))
  if (inside && !meetsOutline(cell, outline)) return [cell]
  return intersection([cell], [outline]).map((polygon) => {
    if (polygon.length !== 1) throw new Error('a grid cannot have a hole')
    const ring = (polygon[0] as Point[]).slice(1).map(([x, y]): Point => {
      return [roundTo(x, crossingDigits), roundTo(y, crossingDigits)]
    })
    return counterClockwise(withoutRepeats(ring))
  })
}

function meetsOutline(cell: Ring, outline: Ring): boolean {
  const edges = edgesOf(outline)
  return edgesOf(cell).some(([a, b]) => edges.some(([c, d]) => segmentsCross(a, b, c, d)))
}

/** Clipping drops a corner in the middle of a straight run; the outline keeps all it was given. */
function withLostCorners(ring: Ring, lost: Ring): Ring {
  return edgesOf(ring).flatMap(([a, b]) => {
    const between = lost.filter((point) => isOnSegment(point, a, b))
    const byDistance = (p: Point) => Math.hypot(p[0] - a[0], p[1] - a[1])
    return [a, ...between.sort((p, q) => byDistance(p) - byDistance(q))]
  })
}

/** The tolerance lies above what binary fractions lose and below the outline's own six decimals. */
function isOnSegment(point: Point, a: Point, b: Point): boolean {
  return distanceToSegment(point, a, b) < 1e-11
}

function withoutRepeats(ring: Ring): Ring {
  const kept = ring.filter((point, index) => {
    return pointKey(point) !== pointKey(ring[(index + 1) % ring.length] as Point)
  })
  if (kept.length < 3 || ringArea(kept) === 0) throw new Error('a cell without area')
  return kept
}

function roundTo(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
