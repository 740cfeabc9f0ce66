import type { AreaCode } from '@domain/area/areaCode'
import type { Instant } from '@domain/shared/instant'
import type { MatterCloudEvent } from '@contract/webhooks/matterEvent'
import type { Database, Queryable } from './database'
import { isSubscribed } from './endpointStore'

/** One event that is to leave, as `outbox_messages` keeps it. The payload is the complete event, sent as it is. */
export type OutboxRow = {
  readonly countyId: number
  /** The command's id: unique per row of history, and the event's id for whoever receives it. */
  readonly messageId: string
  readonly matterId: string
  readonly version: number
  readonly areaCode: AreaCode
  readonly event: string
  readonly createdAt: Instant
  readonly payload: MatterCloudEvent
}

export type FannedOut = {
  readonly messages: number
  /** Endpoints that were given something to deliver. */
  readonly endpointIds: readonly string[]
  /** Some rows still wait for an older transaction to end, and nobody will say when it has. */
  readonly held: boolean
}

/**
 * Gives the next rows of the feed to the endpoints of their area. Only rows below the oldest running transaction are
 * taken: a later row of the same matter could otherwise be delivered before an earlier one has been committed.
 */
export async function fanOut(
  database: Database,
  { countyId, now, limit }: { countyId: number; now: Instant; limit: number },
): Promise<FannedOut> {
  return database.transaction(async (tx) => {
    await holdFanOut(tx, countyId)
    const [row] = await tx.query<FannedOut>(
      `with taken as materialized (
         select message_id, matter_id, area_code, payload, tx, seq
         from outbox_messages
         where county_id = $1 and fanned_out_at is null
           and tx < pg_snapshot_xmin(pg_current_snapshot())
         order by tx, seq limit $3
       ), made as (
         insert into deliveries (county_id, endpoint_id, message_id, matter_id, seq, type, state,
           next_attempt_at, created_at)
         select $1, e.endpoint_id, o.message_id, o.matter_id, o.seq, o.payload->>'type', 'waiting',
           $2, $2
         from taken o join hub_endpoints e on e.county_id = $1 and ${isSubscribed}
         where e.disabled_at is null and e.url is not null
         on conflict do nothing returning endpoint_id
       ), marked as (
         update outbox_messages o set fanned_out_at = $2 from taken t
         where o.county_id = $1 and o.message_id = t.message_id returning o.message_id
       )
       select (select count(*) from marked) as "messages",
         (select coalesce(jsonb_agg(distinct endpoint_id), '[]') from made) as "endpointIds",
         exists (select 1 from outbox_messages where county_id = $1 and fanned_out_at is null
           and tx >= pg_snapshot_xmin(pg_current_snapshot())) as "held"`,
      [countyId, new Date(now), limit],
    )
    if (!row) throw new Error('A select without from answers with one row')
    return row
  })
}

const FAN_OUT_LOCK = 7_201

/**
 * One process of a county fans out at a time. With `skip locked` instead, the second would take later rows and could
 * commit first, and a matter's close would reach the hub before its report. Ends with the transaction.
 */
export async function holdFanOut(tx: Queryable, countyId: number): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1, $2)', [FAN_OUT_LOCK, countyId])
}

/** A place in the feed: everything up to and including (tx, seq). `tx` is kept as text, it has 64 bits. */
export type FeedPosition = { readonly tx: string; readonly seq: number }

export type FeedPage = {
  readonly items: readonly (FeedPosition & { readonly payload: MatterCloudEvent })[]
  /** Whoever has read up to here has read all there will ever be before it. */
  readonly horizon: FeedPosition
}

type FeedRow = { horizon: string; tx: string | null; seq: number; payload: MatterCloudEvent }

/** In feed order; a row that a slower, older transaction could still precede is not shown yet. */
export async function readFeed(
  database: Queryable,
  { countyId, endpointId, after, limit }: FeedRequest,
): Promise<FeedPage> {
  const rows = await database.query<FeedRow>(
    `with horizon as materialized (select pg_snapshot_xmin(pg_current_snapshot()) as tx)
     select h.tx::text as horizon, o.tx::text as tx, o.seq, o.payload
     from horizon h left join (
       select o.tx, o.seq, o.payload
       from outbox_messages o join hub_endpoints e
         on e.county_id = $1 and e.endpoint_id = $2 and ${isSubscribed}
       where o.county_id = $1
         and (o.tx, o.seq) > ($3::text::xid8, $4::bigint) and o.tx < (select tx from horizon)
       order by o.tx, o.seq limit $5
     ) o on true
     order by o.tx, o.seq`,
    [countyId, endpointId, after.tx, after.seq, limit],
  )
  const items = rows.flatMap(({ tx, seq, payload }) => (tx === null ? [] : [{ tx, seq, payload }]))
  return { items, horizon: { tx: rows[0]?.horizon ?? '0', seq: 0 } }
}

type FeedRequest = {
  readonly countyId: number
  readonly endpointId: string
  readonly after: FeedPosition
  readonly limit: number
}
