import { areaLevels, type AreaCode } from '@domain/area/areaCode'
import type { Matter } from '@domain/matter/matter'
import type { Queryable } from './database'

export type WallCounts = {
  readonly receivedToday: number
  readonly endedToday: number
  readonly open: number
  readonly dueToday: number
  readonly overdue: number
}

type Moments = { readonly now: number; readonly dayStart: number; readonly dayEnd: number }

/** Open matters are found by the index of what is open; of the others only those of today are looked at. */
export async function countWall(
  db: Queryable,
  countyId: number,
  areaCode: AreaCode,
  { now, dayStart, dayEnd }: Moments,
): Promise<WallCounts> {
  const [row] = await db.query<WallCounts>(
    `select (select count(*)::int from matters where ${inArea(areaCode)} and received_at >= $3) as "receivedToday",
       (select count(*)::int from matters where ${inArea(areaCode)} and ended and received_at >= $6
          and (state->>'endedAt')::bigint >= $7) as "endedToday",
       count(*)::int as open,
       (count(*) filter (where due_at >= $4 and due_at < $5))::int as "dueToday",
       (count(*) filter (where due_at < $4))::int as overdue
     from matters where ${inArea(areaCode)} and not ended`,
    [
      countyId,
      areaCode,
      new Date(dayStart),
      new Date(now),
      new Date(dayEnd),
      new Date(dayStart - LOOKED_BACK_MS),
      dayStart,
    ],
  )
  return row ?? { receivedToday: 0, endedToday: 0, open: 0, dueToday: 0, overdue: 0 }
}

/** What ended today was received at most so long ago, or ended too late to be celebrated on a wall. */
const LOOKED_BACK_MS = 60 * 24 * 3_600_000

/** Not for few only, so that it may hang on a wall. */
const FOR_ALL = `sensitivity in ('S0', 'S1')`

type WallList = (
  db: Queryable,
  countyId: number,
  areaCode: AreaCode,
  limit: number,
) => Promise<Matter[]>

/** What is open, the next due first. */
export const listWallOpen = wallList('not ended', 'due_at, matter_id')
/** What came in last. */
export const listWallLately = wallList('true', 'received_at desc, matter_id desc')

function wallList(which: string, order: string): WallList {
  return async (db, countyId, areaCode, limit) => {
    const rows = await db.query<{ state: Matter }>(
      `select state from matters where ${inArea(areaCode)} and ${which} and ${FOR_ALL}
       order by ${order} limit $3`,
      [countyId, areaCode, limit],
    )
    return rows.map(({ state }) => state)
  }
}

/** As the indexes have them. */
function inArea(areaCode: AreaCode): string {
  if (areaCode.length === areaLevels.township) return 'county_id = $1 and township_code = $2'
  return 'county_id = $1 and starts_with(area_code, $2)'
}
