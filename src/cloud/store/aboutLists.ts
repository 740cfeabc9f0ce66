import type { Matter } from '@domain/matter/matter'
import type { Queryable } from './database'
import type { MatterKey } from './orderedMatters'

type Asked = {
  readonly personId: string
  readonly after: MatterKey | undefined
  readonly limit: number
}

/** Matters that are about a person, newest first, by the index of whom they concern. */
export async function searchAbout(
  db: Queryable,
  countyId: number,
  { personId, after, limit }: Asked,
): Promise<Matter[]> {
  const rows = await db.query<{ state: Matter }>(
    `select state from matters
     where county_id = $1 and state->>'concerns' = $2
       and ($3::timestamptz is null or (received_at, matter_id) < ($3, $4::uuid))
     order by received_at desc, matter_id desc limit $5`,
    [countyId, personId, after?.at ?? null, after?.id ?? null, limit],
  )
  return rows.map((row) => row.state)
}
