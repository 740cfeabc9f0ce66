import type { Place } from '@domain/place/place'
import { toDatum } from './toDatum'

const EARTH_RADIUS_M = 6_371_000

/** Over so short a way the earth is flat. */
export function metresBetween(one: Place, other: Place): number {
  const [longitude, latitude] = toDatum(one, 'gcj02')
  const [otherLongitude, otherLatitude] = toDatum(other, 'gcj02')
  const radians = Math.PI / 180
  const x = (otherLongitude - longitude) * radians * Math.cos(latitude * radians)
  const y = (otherLatitude - latitude) * radians
  return Math.hypot(x, y) * EARTH_RADIUS_M
}
