import gcoord from 'gcoord'
import type { Place } from '@domain/place/place'

export type Point = readonly [longitude: number, latitude: number]

const EARTH_RADIUS_M = 6_371_000

/** Maps here are drawn in gcj02; a place that a browser took lies 0.6 km beside it. */
export function pointOf({ longitude, latitude, datum }: Place): Point {
  const [x, y] =
    datum === 'gcj02'
      ? [longitude, latitude]
      : gcoord.transform([longitude, latitude], gcoord.WGS84, gcoord.GCJ02)
  return [x, y]
}

/** As the crow flies; within a township the earth is flat. */
export function metresBetween(one: Place, other: Place): number {
  const [longitude, latitude] = pointOf(one)
  const [otherLongitude, otherLatitude] = pointOf(other)
  const radians = Math.PI / 180
  const x = (otherLongitude - longitude) * radians * Math.cos(latitude * radians)
  const y = (otherLatitude - latitude) * radians
  return Math.hypot(x, y) * EARTH_RADIUS_M
}
