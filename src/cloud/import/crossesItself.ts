import Flatbush from 'flatbush'

type Point = [number, number]
type Edge = readonly [Point, Point]

/**
 * Do two edges of these rings cross in their middles? Touching at a corner is allowed: an outline that runs out to a
 * point and straight back bounds nothing there, and published outlines do.
 */
export function crossesItself(rings: readonly Point[][]): boolean {
  const edges = rings.flatMap(edgesOf)
  const boxes = new Flatbush(edges.length)
  for (const [a, b] of edges) {
    boxes.add(
      Math.min(a[0], b[0]),
      Math.min(a[1], b[1]),
      Math.max(a[0], b[0]),
      Math.max(a[1], b[1]),
    )
  }
  boxes.finish()
  return edges.some(([a, b], index) =>
    boxes
      .search(
        Math.min(a[0], b[0]),
        Math.min(a[1], b[1]),
        Math.max(a[0], b[0]),
        Math.max(a[1], b[1]),
      )
      .some((other) => other > index && cross([a, b], edges[other] ?? [a, b])),
  )
}

function edgesOf(ring: Point[]): Edge[] {
  return ring.slice(1).map((point, index) => [ring[index] ?? point, point])
}

function cross([a, b]: Edge, [c, d]: Edge): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

function side(a: Point, b: Point, p: Point): number {
  return Math.sign((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]))
}
