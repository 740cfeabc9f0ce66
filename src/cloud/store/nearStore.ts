import type { AreaCode } from '@domain/area/areaCode'
import type { Matter } from '@domain/matter/matter'
import type { Queryable } from './database'

/** Open, with a place, what is due next first: the order of an index over what is open. */
export async function listOpenOfTownship(
  db: Queryable,
  countyId: number,
  township: AreaCode,
  limit: number,
): Promise<Matter[]> {
  const rows = await db.query<{ state: Matter }>(
    `select state from matters
     where county_id = $1 and township_code = $2 and not ended and state ? 'place'
     order by due_at, matter_id limit $3`,
    [countyId, township, limit],
  )
  return rows.map((row) => row.state)
}
