/**
 * Plane geometry on degrees. A ring is open here (its first point is not repeated at the end) and
 * runs counter-clockwise; only the files that are written close it.
 */
export type Point = [number, number]
export type Ring = Point[]

export function pointKey(point: Point): string {
  return `${point[0]},${point[1]}`
}

export function edgesOf(ring: Ring): [Point, Point][] {
  return ring.map((point, index) => [point, ring[(index + 1) % ring.length] ?? point])
}

/** Twice the signed area of a, b, c: positive when c lies to the left of a→b. */
export function turn(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}

export function ringArea(ring: Ring): number {
  const origin = ring[0] ?? [0, 0]
  return edgesOf(ring).reduce((sum, [a, b]) => sum + turn(origin, a, b), 0) / 2
}

export function counterClockwise(ring: Ring): Ring {
  return ringArea(ring) < 0 ? [...ring].reverse() : ring
}

export function isInside(point: Point, ring: Ring): boolean {
  const [x, y] = point
  const crossed = edgesOf(ring).filter(
    ([a, b]) => a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0],
  )
  return crossed.length % 2 === 1
}

export function distanceToSegment(point: Point, a: Point, b: Point): number {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1])
  if (length === 0) return Math.hypot(point[0] - a[0], point[1] - a[1])
  const along =
    ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / length ** 2
  const t = Math.min(1, Math.max(0, along))
  return Math.hypot(a[0] + t * (b[0] - a[0]) - point[0], a[1] + t * (b[1] - a[1]) - point[1])
}

/** True when two segments cross in a point that is an end of neither. */
export function segmentsCross(a: Point, b: Point, c: Point, d: Point): boolean {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0
}

/** The published outline repeats points and has one spike without area; neither bounds anything. */
export function withoutSpikes(ring: Ring): Ring {
  const kept: Ring = []
  for (const point of ring) {
    const key = pointKey(point)
    if (kept.length > 0 && pointKey(kept[kept.length - 1] as Point) === key) continue
    if (kept.length > 1 && pointKey(kept[kept.length - 2] as Point) === key) kept.pop()
    else kept.push(point)
  }
  const [first, last] = [kept[0] as Point, kept[kept.length - 1] as Point]
  return pointKey(first) === pointKey(last) ? kept.slice(0, -1) : kept
}
