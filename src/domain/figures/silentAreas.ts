import type { AreaCode } from '../area/areaCode'

/** 热点: where most was received. */
export type HotSpot = { readonly areaCode: AreaCode; readonly count: number }

/** The places with most, at most so many; of equals those of the lower code, so that a page looks the same twice. */
export function hotSpots(received: ReadonlyMap<AreaCode, number>, max: number): HotSpot[] {
  return [...received]
    .filter(([, count]) => count > 0)
    .map(([areaCode, count]) => ({ areaCode, count }))
    .sort((one, other) => other.count - one.count || (one.areaCode < other.areaCode ? -1 : 1))
    .slice(0, max)
}

/**
 * 没有收到上报的地方: nothing came from there. Why, nobody knows from the number: a question to be asked there, and no
 * reproach to anybody.
 */
export function silentAreas(
  places: readonly AreaCode[],
  received: ReadonlyMap<AreaCode, number>,
): AreaCode[] {
  return places.filter((place) => (received.get(place) ?? 0) <= 0)
}
