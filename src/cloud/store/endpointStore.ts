import type { AreaCode } from '@domain/area/areaCode'
import type { Instant } from '@domain/shared/instant'
import type { Queryable } from './database'
import type { FeedPosition } from './outboxStore'

/** 接收地址: a hub outside, reached at its url, or pulling when it has none. */
export type Endpoint = {
  readonly countyId: number
  readonly endpointId: string
  readonly name: string
  readonly areaCode: AreaCode
  readonly url: string | null
  /** Codes of kinds, or how they begin; null: all. */
  readonly kinds: readonly string[] | null
  readonly secret: string
  /** The id of the request that made the secret; null: the registration did. */
  readonly secretId: string | null
  /** Good until its time, beside the new one. */
  readonly previousSecret: string | null
  readonly previousSecretUntil: Instant | null
  readonly createdBy: string
  readonly createdAt: Instant
  readonly disabledAt: Instant | null
}

type NewEndpoint = Omit<
  Endpoint,
  'disabledAt' | 'secretId' | 'previousSecret' | 'previousSecretUntil'
> & { readonly secretHash: Buffer }

/**
 * Does nothing when the id is taken. A hub that pulls begins with what is written from now on: the transactions that
 * are running at this moment are included, because nobody can say yet on which side they fall.
 */
export async function insertEndpoint(database: Queryable, endpoint: NewEndpoint): Promise<void> {
  const { countyId, endpointId, name, areaCode, url, kinds, secret, secretHash, createdBy } =
    endpoint
  await database.query(
    `insert into hub_endpoints (county_id, endpoint_id, name, area_code, url, kinds, secret,
       secret_hash, created_by, created_at, acknowledged_tx, acknowledged_seq)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, pg_snapshot_xmin(pg_current_snapshot()), 0)
     on conflict (county_id, endpoint_id) do nothing`,
    [
      countyId,
      endpointId,
      name,
      areaCode,
      url,
      kinds && [...kinds],
      secret,
      secretHash,
      createdBy,
      new Date(endpoint.createdAt),
    ],
  )
}

const endpointColumns = `county_id as "countyId", endpoint_id as "endpointId", name,
  area_code as "areaCode", url, kinds, secret, secret_id as "secretId",
  previous_secret as "previousSecret", previous_secret_until as "previousSecretUntil",
  created_by as "createdBy", created_at as "createdAt", disabled_at as "disabledAt"`

export async function findEndpoint(
  database: Queryable,
  countyId: number,
  endpointId: string,
): Promise<Endpoint | undefined> {
  const [row] = await database.query<Endpoint>(
    `select ${endpointColumns} from hub_endpoints where county_id = $1 and endpoint_id = $2`,
    [countyId, endpointId],
  )
  return row
}

/** By its secret, or by the one before while that is still good. */
export async function findEndpointBySecretHash(
  database: Queryable,
  { countyId, secretHash, now }: { countyId: number; secretHash: Buffer; now: Instant },
): Promise<Endpoint | undefined> {
  const [row] = await database.query<Endpoint>(
    `select ${endpointColumns} from hub_endpoints where county_id = $1 and (secret_hash = $2
       or (previous_secret_hash = $2 and previous_secret_until > $3))`,
    [countyId, secretHash, new Date(now)],
  )
  return row
}

type NewSecret = EndpointKey & {
  readonly secretId: string
  readonly secret: string
  readonly secretHash: Buffer
  /** Until when the one before is good; now: it ends at once. */
  readonly previousUntil: Instant
}

/** false: the request has been carried out before, and nothing happens. */
export async function replaceSecret(database: Queryable, made: NewSecret): Promise<boolean> {
  const rows = await database.query(
    `update hub_endpoints set previous_secret = secret, previous_secret_hash = secret_hash,
       previous_secret_until = $6, secret = $4, secret_hash = $5, secret_id = $3
     where county_id = $1 and endpoint_id = $2 and secret_id is distinct from $3::uuid
     returning endpoint_id`,
    [
      made.countyId,
      made.endpointId,
      made.secretId,
      made.secret,
      made.secretHash,
      new Date(made.previousUntil),
    ],
  )
  return rows.length > 0
}

/** A hub that pulls has asked; put down at most once in a while, since it may ask every second. */
export async function noteAsked(
  database: Queryable,
  { countyId, endpointId, now, every }: EndpointKey & { now: Instant; every: number },
): Promise<void> {
  await database.query(
    `update hub_endpoints set asked_at = $3
     where county_id = $1 and endpoint_id = $2 and (asked_at is null or asked_at < $4)`,
    [countyId, endpointId, new Date(now), new Date(now - every)],
  )
}

export async function setEndpointDisabled(
  tx: Queryable,
  { countyId, endpointId, now }: { countyId: number; endpointId: string; now: Instant },
): Promise<void> {
  await tx.query(
    `update hub_endpoints set disabled_at = $3
     where county_id = $1 and endpoint_id = $2 and disabled_at is null`,
    [countyId, endpointId, new Date(now)],
  )
}

type Subscription = EndpointKey & {
  readonly before: readonly string[] | null
  readonly kinds: readonly string[] | null
}

/** false: somebody changed it meanwhile. What it is already, it may be set to again. */
export async function setKinds(
  database: Queryable,
  { countyId, endpointId, before, kinds }: Subscription,
): Promise<boolean> {
  const rows = await database.query(
    `update hub_endpoints set kinds = $4 where county_id = $1 and endpoint_id = $2
       and (kinds is not distinct from $3::text[] or kinds is not distinct from $4::text[])
     returning endpoint_id`,
    [countyId, endpointId, before && [...before], kinds && [...kinds]],
  )
  return rows.length > 0
}

export type EndpointSummary = {
  readonly endpointId: string
  readonly name: string
  readonly areaCode: AreaCode
  readonly url: string | null
  readonly kinds: readonly string[] | null
  readonly previousSecretUntil: Instant | null
  readonly createdAt: Instant
  readonly disabledAt: Instant | null
  readonly waiting: number
  /** When the oldest of them was written. */
  readonly waitingSince: Instant | null
  readonly abandoned: number
  readonly lastDeliveredAt: Instant | null
  /** A hub that pulls: when it last asked, whether or not there was anything. */
  readonly askedAt: Instant | null
}

/** The outbox row `o` concerns the endpoint `e`: its area, and the kinds it wants. */
export const isSubscribed = `starts_with(o.area_code, e.area_code) and (e.kinds is null or exists (
  select 1 from unnest(e.kinds) as wanted
  where starts_with(o.payload->'data'->'kind'->>'code', wanted)))`

/** More unread events than this are not counted one by one. */
const UNREAD_COUNT_MAX = 1000

/** With how they fare, within the areas. For a hub that pulls, what it has not acknowledged is what waits. */
export async function readEndpointSummaries(
  database: Queryable,
  {
    countyId,
    areas,
    endpointId,
  }: { countyId: number; areas: readonly AreaCode[]; endpointId?: string },
): Promise<EndpointSummary[]> {
  return database.query<EndpointSummary>(
    `select e.endpoint_id as "endpointId", e.name, e.area_code as "areaCode", e.url, e.kinds,
       e.previous_secret_until as "previousSecretUntil", e.asked_at as "askedAt",
       e.created_at as "createdAt", e.disabled_at as "disabledAt",
       line.waiting, line.since as "waitingSince",
       (select count(*) from deliveries d where d.county_id = e.county_id
         and d.endpoint_id = e.endpoint_id and d.state = 'abandoned') as "abandoned",
       case when e.url is null then e.acknowledged_at
         else (select max(d.delivered_at) from deliveries d where d.county_id = e.county_id
           and d.endpoint_id = e.endpoint_id and d.state = 'delivered') end as "lastDeliveredAt"
     from hub_endpoints e cross join lateral (
       select count(*) as waiting, min(w.created_at) as since from (
         (select o.created_at from outbox_messages o
          where e.url is null and o.county_id = e.county_id and ${isSubscribed}
            and (o.tx, o.seq) > (e.acknowledged_tx, e.acknowledged_seq)
          order by o.tx, o.seq limit ${UNREAD_COUNT_MAX})
         union all
         select d.created_at from deliveries d
         where e.url is not null and d.county_id = e.county_id and d.endpoint_id = e.endpoint_id
           and d.state = 'waiting'
       ) w
     ) line
     where e.county_id = $1 and ($3::uuid is null or e.endpoint_id = $3::uuid)
       and exists (select 1 from unnest($2::text[]) as area where starts_with(e.area_code, area))
     order by e.created_at, e.endpoint_id`,
    [countyId, [...areas], endpointId ?? null],
  )
}

type EndpointKey = { readonly countyId: number; readonly endpointId: string }

export async function readAcknowledged(
  database: Queryable,
  { countyId, endpointId }: EndpointKey,
): Promise<FeedPosition> {
  const [row] = await database.query<FeedPosition>(
    `select acknowledged_tx::text as tx, acknowledged_seq as seq from hub_endpoints
     where county_id = $1 and endpoint_id = $2`,
    [countyId, endpointId],
  )
  if (!row) throw new Error('An endpoint that was just found has no row')
  return row
}

/** Only forward: an older acknowledgement that arrives late must not bring events back. */
export async function advanceAcknowledged(
  database: Queryable,
  { countyId, endpointId, to, now }: EndpointKey & { to: FeedPosition; now: Instant },
): Promise<void> {
  await database.query(
    `update hub_endpoints
     set acknowledged_tx = $3::text::xid8, acknowledged_seq = $4, acknowledged_at = $5
     where county_id = $1 and endpoint_id = $2
       and (acknowledged_tx, acknowledged_seq) < ($3::text::xid8, $4::bigint)`,
    [countyId, endpointId, to.tx, to.seq, new Date(now)],
  )
}

/** May the place be acknowledged? One that lies ahead of all that is settled would skip events never seen. */
export async function isSettled(database: Queryable, position: FeedPosition): Promise<boolean> {
  const [row] = await database.query<{ settled: boolean }>(
    'select ($1::text::xid8, $2::bigint) <= (pg_snapshot_xmin(pg_current_snapshot()), 0::bigint) as settled',
    [position.tx, position.seq],
  )
  return row?.settled === true
}
