import type { Datum } from '@domain/place/place'
import gcoord from 'gcoord'

/** Leaflet's order: latitude first. */
export type Drawn = [latitude: number, longitude: number]

const systems = { gcj02: gcoord.GCJ02, wgs84: gcoord.WGS84 } as const

/** A point in the datum the map is drawn in: that of the grids, or WGS-84 where 天地图 lies below. */
export function toDrawn(longitude: number, latitude: number, from: Datum, drawn: Datum): Drawn {
  const [x, y] = gcoord.transform([longitude, latitude], systems[from], systems[drawn])
  return [y, x]
}
