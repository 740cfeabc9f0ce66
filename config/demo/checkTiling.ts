import {
  distanceToSegment,
  edgesOf,
  pointKey,
  ringArea,
  segmentsCross,
  type Point,
  type Ring,
} from './plane'

const areaTolerance = 1e-9
const outlineTolerance = 2e-9

export interface TilingFigures {
  outlineArea: number
  areaError: number
  innerEdges: number
  outlineEdges: number
}

/**
 * Proves that the cells cover the outline once: every piece is a simple ring with its inside on the
 * left, every edge is met by its reverse or lies on the outline, and the areas add up. Simple rings
 * whose edges cancel cannot overlap without leaving an edge alone, so no pair need be compared.
 */
export function checkTiling(cells: Ring[][], outline: Ring): TilingFigures {
  const pieces = cells.flat()
  pieces.forEach(requireSimple)
  const alone = edgesAlone(pieces)
  requireOnOutline(alone, outline)
  const outlineArea = ringArea(outline)
  const area = pieces.reduce((sum, piece) => sum + ringArea(piece), 0)
  const areaError = Math.abs(area - outlineArea) / outlineArea
  if (areaError > areaTolerance) throw new Error(`the areas differ by ${areaError}`)
  const edges = pieces.reduce((sum, piece) => sum + piece.length, 0)
  const innerEdges = (edges - alone.length) / 2
  return { outlineArea, areaError, innerEdges, outlineEdges: alone.length }
}

function requireSimple(ring: Ring): void {
  if (ringArea(ring) <= 0) throw new Error('a ring runs clockwise or has no area')
  if (new Set(ring.map(pointKey)).size !== ring.length) throw new Error('a ring touches itself')
  const edges = edgesOf(ring)
  const crossed = edges.some(([a, b], i) => {
    return edges.slice(i + 1).some(([c, d]) => segmentsCross(a, b, c, d))
  })
  if (crossed) throw new Error('a ring crosses itself')
}

function edgesAlone(pieces: Ring[]): [Point, Point][] {
  const seen = new Map<string, [Point, Point]>()
  for (const edge of pieces.flatMap(edgesOf)) {
    const key = `${pointKey(edge[0])} ${pointKey(edge[1])}`
    if (seen.has(key)) throw new Error(`two grids claim the same side of ${key}`)
    seen.set(key, edge)
  }
  return [...seen.values()].filter(([a, b]) => !seen.has(`${pointKey(b)} ${pointKey(a)}`))
}

/** Each edge without a partner must run along the outline, and together they fill it. */
function requireOnOutline(alone: [Point, Point][], outline: Ring): void {
  const edges = edgesOf(outline)
  const stray = alone.find(([a, b]) => {
    return !edges.some(([c, d]) => {
      const off = Math.max(distanceToSegment(a, c, d), distanceToSegment(b, c, d))
      return off < outlineTolerance
    })
  })
  if (stray) throw new Error(`an edge inside the county has one side only: ${stray.join(' ')}`)
  const ends = new Set(alone.flat().map(pointKey))
  const lost = outline.filter((point) => !ends.has(pointKey(point)))
  if (lost.length > 0) throw new Error(`${lost.length} corners of the outline were lost`)
  if (Math.abs(lengthOf(alone) - lengthOf(edges)) > 1e-6) throw new Error('the outline has gaps')
}

function lengthOf(edges: [Point, Point][]): number {
  return edges.reduce((sum, [a, b]) => sum + Math.hypot(b[0] - a[0], b[1] - a[1]), 0)
}
