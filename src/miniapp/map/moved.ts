import type { Point } from './metresBetween'

const METRES_PER_DEGREE = 111_195

export type Direction = 'north' | 'south' | 'west' | 'east'

const steps: Readonly<Record<Direction, readonly [east: number, north: number]>> = {
  north: [0, 1],
  south: [0, -1],
  west: [-1, 0],
  east: [1, 0],
}

/** A point so many metres further. */
export function moved([longitude, latitude]: Point, to: Direction, metres: number): Point {
  const [east, north] = steps[to]
  const degrees = metres / METRES_PER_DEGREE
  const shrink = Math.cos((latitude * Math.PI) / 180)
  return [longitude + (east * degrees) / shrink, latitude + north * degrees]
}
