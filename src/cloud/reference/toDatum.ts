import gcoord from 'gcoord'
import type { Datum, Place } from '@domain/place/place'

const systems = { gcj02: gcoord.GCJ02, wgs84: gcoord.WGS84 } as const

/** Longitude and latitude of a place in another datum. */
export function toDatum(place: Place, datum: Datum): [number, number] {
  const point: [number, number] = [place.longitude, place.latitude]
  if (place.datum === datum) return point
  return gcoord.transform(point, systems[place.datum], systems[datum])
}
