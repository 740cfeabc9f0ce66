import type { AreaCode } from '@domain/area/areaCode'
import type { Matter } from '@domain/matter/matter'
import type { Queryable } from './database'
import type { MatterKey } from './orderedMatters'

export type AroundSearch = {
  /** Flows open to everybody there, and the areas around and at where the asker lives or works. */
  readonly openFlows: readonly string[]
  readonly areas: readonly AreaCode[]
  /** Areas whose rings include where the asker works. */
  readonly ringFlows: readonly string[]
  readonly rings: readonly AreaCode[]
  readonly after: MatterKey | undefined
  readonly limit: number
}

/** Newest first; each area is read through its index no further than the page needs. */
export async function searchAround(
  db: Queryable,
  countyId: number,
  { openFlows, areas, ringFlows, rings, after, limit }: AroundSearch,
): Promise<Matter[]> {
  const page = `and ($6::timestamptz is null or (received_at, matter_id) < ($6, $7::uuid))
    order by received_at desc, matter_id desc limit $8`
  const rows = await db.query<{ state: Matter }>(
    `select distinct on (received_at, matter_id) state from (
       select m.* from unnest($3::text[]) as asked (area), lateral (
         select matter_id, received_at, state from matters
         where county_id = $1 and area_code = asked.area and length(area_code) < 15
           and flow = any($2::text[]) ${page}
       ) as m
       union all
       select m.* from unnest($5::text[]) as asked (ring), lateral (
         select matter_id, received_at, state from matters
         where county_id = $1 and state->'fields'->>'ring' = asked.ring
           and flow = any($4::text[]) and not ended ${page}
       ) as m
     ) as around order by received_at desc, matter_id desc limit $8`,
    [countyId, openFlows, areas, ringFlows, rings, after?.at ?? null, after?.id ?? null, limit],
  )
  return rows.map((row) => row.state)
}
