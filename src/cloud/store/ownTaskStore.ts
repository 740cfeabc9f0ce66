import type { Matter } from '@domain/matter/matter'
import type { Instant } from '@domain/shared/instant'
import type { Queryable } from './database'

type Asked = {
  readonly personId: string
  readonly from: Instant
  readonly to: Instant
  readonly limit: number
}

/** Matters received in a span of time of which somebody has, or had, the task; found by the index of who took it. */
export async function findTaken(
  db: Queryable,
  countyId: number,
  { personId, from, to, limit }: Asked,
): Promise<Matter[]> {
  const rows = await db.query<{ state: Matter }>(
    `select m.state from (
       select distinct county_id, matter_id from matter_tasks
       where county_id = $1 and claimed_by = $2 and state in ('claimed', 'done')
         and received_at >= $3 and received_at < $4
     ) as taken join matters m using (county_id, matter_id)
     order by m.received_at desc, m.matter_id desc limit $5`,
    [countyId, personId, new Date(from), new Date(to), limit],
  )
  return rows.map((row) => row.state)
}
