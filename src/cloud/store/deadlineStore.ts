import type { MatterId } from '@domain/shared/ids'
import type { Instant } from '@domain/shared/instant'
import type { Queryable } from './database'

export type WakingRow = {
  readonly matter_id: MatterId
  readonly version: number
  readonly wake_at: Instant
  /** 待并案: the other matter, and who said so. */
  readonly merging_into: string | null
  readonly merging_by: string | null
}

export type WakingPage = {
  readonly now: Instant
  readonly after: WakingRow | undefined
  readonly limit: number
}

/** Matters of which the clock has something to say, the longest waiting first. */
export async function findWaking(
  db: Queryable,
  countyId: number,
  { now, after, limit }: WakingPage,
): Promise<WakingRow[]> {
  return db.query<WakingRow>(
    `select matter_id, version, wake_at, state->'merging'->>'into' as merging_into,
       state->'merging'->>'by' as merging_by from matters
     where county_id = $1 and wake_at <= $2 and wake_at < 'infinity'
       and ($3::timestamptz is null or (wake_at, matter_id) > ($3, $4::uuid))
     order by wake_at, matter_id limit $5`,
    [
      countyId,
      new Date(now),
      after ? new Date(after.wake_at) : null,
      after?.matter_id ?? null,
      limit,
    ],
  )
}
