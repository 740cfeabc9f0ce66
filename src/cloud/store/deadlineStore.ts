import type { MatterId } from '@domain/shared/ids'
import type { Instant } from '@domain/shared/instant'
import type { Queryable } from './database'

export type OverdueRow = {
  readonly matter_id: MatterId
  readonly status: string
  readonly due_at: Instant
}

/** Open matters whose deadline has passed and of whom nobody has been told, the longest overdue first. */
export async function findOverdue(
  db: Queryable,
  countyId: number,
  { now, limit }: { now: Instant; limit: number },
): Promise<OverdueRow[]> {
  return db.query<OverdueRow>(
    `select matter_id, status, due_at from matters
     where county_id = $1 and not ended and due_at < $2 and state->>'overdueSince' is null
     order by due_at, matter_id limit $3`,
    [countyId, new Date(now), limit],
  )
}
