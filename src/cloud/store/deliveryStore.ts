import type { Instant } from '@domain/shared/instant'
import type { MatterCloudEvent } from '@contract/webhooks/matterEvent'
import type { Queryable } from './database'

/** One event on its way to one endpoint. */
export type DeliveryKey = {
  readonly countyId: number
  readonly endpointId: string
  readonly messageId: string
}

export type ClaimedDelivery = DeliveryKey & {
  readonly matterId: string
  /** Counted before the attempt, so that one that kills the process is seen to have been tried. */
  readonly attempt: number
  readonly url: string
  readonly secret: string
  readonly previousSecret: string | null
  readonly previousSecretUntil: Instant | null
  readonly payload: MatterCloudEvent
}

type Claim = {
  readonly countyId: number
  readonly now: Instant
  readonly attemptsMax: number
}

/**
 * Due and nobody's, and nothing of the same matter waits before it: in order per matter, others side by side. As `min`
 * and not `not exists`: the latter is planned as a join over everything that waits, for every single claim, and a
 * storm's backlog would slow down with its square.
 */
const headOfLine = `h.state = 'waiting' and h.next_attempt_at <= $2
  and (h.leased_until is null or h.leased_until <= $2) and h.started_attempts < $3
  and h.seq = (select min(earlier.seq) from deliveries earlier
    where earlier.county_id = h.county_id and earlier.endpoint_id = h.endpoint_id
      and earlier.matter_id = h.matter_id and earlier.state = 'waiting')`

export async function listDueEndpoints(
  database: Queryable,
  { countyId, now, attemptsMax }: Claim,
): Promise<string[]> {
  const rows = await database.query<{ endpointId: string }>(
    `select e.endpoint_id as "endpointId" from hub_endpoints e
     where e.county_id = $1 and exists (select 1 from deliveries h
       where h.county_id = $1 and h.endpoint_id = e.endpoint_id and ${headOfLine})`,
    [countyId, new Date(now), attemptsMax],
  )
  return rows.map((row) => row.endpointId)
}

/**
 * Takes deliveries for a while. Several processes may claim at once; one that is killed leaves its lease to run out,
 * and the event is sent again under the same id.
 */
export async function claimDeliveries(
  database: Queryable,
  claim: Claim & {
    readonly endpointId: string
    readonly leasedUntil: Instant
    readonly limit: number
  },
): Promise<ClaimedDelivery[]> {
  const { countyId, now, attemptsMax, endpointId, leasedUntil, limit } = claim
  return database.query<ClaimedDelivery>(
    `with head as materialized (
       select h.message_id from deliveries h
       where h.county_id = $1 and h.endpoint_id = $4 and ${headOfLine}
       order by h.next_attempt_at, h.seq limit $6 for update of h skip locked
     )
     update deliveries d set started_attempts = d.started_attempts + 1, leased_until = $5
     from head
     join outbox_messages o on o.county_id = $1 and o.message_id = head.message_id
     join hub_endpoints e on e.county_id = $1 and e.endpoint_id = $4
     where d.county_id = $1 and d.endpoint_id = $4 and d.message_id = head.message_id
     returning d.county_id as "countyId", d.endpoint_id as "endpointId", d.message_id as "messageId",
       d.matter_id as "matterId", d.started_attempts as "attempt", e.url, e.secret,
       e.previous_secret as "previousSecret", e.previous_secret_until as "previousSecretUntil", o.payload`,
    [countyId, new Date(now), attemptsMax, endpointId, new Date(leasedUntil), limit],
  )
}

/** What came back, whatever became of the delivery meanwhile. */
const keepAttempt = (accepted: 'true' | 'false') => `insert into delivery_attempts
  (county_id, endpoint_id, message_id, finished_at, accepted, answer)
  values ($1, $2, $3, $5, ${accepted}, $4)`

export type Attempt = {
  readonly finishedAt: Instant
  readonly accepted: boolean
  readonly answer: string
}

/** The last ones, the latest first. */
export async function readAttempts(
  database: Queryable,
  { countyId, endpointId, messageId, limit }: DeliveryKey & { readonly limit: number },
): Promise<Attempt[]> {
  return database.query<Attempt>(
    `select finished_at as "finishedAt", accepted, answer from delivery_attempts
     where county_id = $1 and endpoint_id = $2 and message_id = $3 order by number desc limit $4`,
    [countyId, endpointId, messageId, limit],
  )
}

type Attempted = DeliveryKey & { readonly answer: string; readonly now: Instant }

/** A late success counts even when the lease has run out: the hub has it, whoever tries again next. */
export async function markDelivered(database: Queryable, done: Attempted): Promise<void> {
  await database.query(
    `with kept as (${keepAttempt('true')})
     update deliveries set state = 'delivered', finished_attempts = finished_attempts + 1,
       last_answer = $4, delivered_at = $5, abandoned_at = null, next_attempt_at = null, leased_until = null
     where county_id = $1 and endpoint_id = $2 and message_id = $3 and state <> 'delivered'`,
    [done.countyId, done.endpointId, done.messageId, done.answer, new Date(done.now)],
  )
}

type Failed = Attempted & {
  readonly attempt: number
  /** undefined: there is no next one, it is abandoned. */
  readonly nextAttemptAt: Instant | undefined
}

/** A late failure is nobody's business once another process has begun the next attempt. */
export async function markFailed(database: Queryable, failed: Failed): Promise<void> {
  const { countyId, endpointId, messageId, answer, now, attempt, nextAttemptAt } = failed
  const next = nextAttemptAt === undefined ? null : new Date(nextAttemptAt)
  await database.query(
    `with kept as (${keepAttempt('false')})
     update deliveries set state = case when $7::timestamptz is null then 'abandoned' else 'waiting' end,
       finished_attempts = finished_attempts + 1, last_answer = $4, next_attempt_at = $7,
       abandoned_at = case when $7::timestamptz is null then $5::timestamptz end, leased_until = null
     where county_id = $1 and endpoint_id = $2 and message_id = $3
       and state = 'waiting' and started_attempts = $6`,
    [countyId, endpointId, messageId, answer, new Date(now), attempt, next],
  )
}

/** Those whose last attempt never finished: the process died in it, each time. */
export async function abandonUnfinished(
  database: Queryable,
  { countyId, now, attemptsMax }: Claim,
) {
  await database.query(
    `update deliveries set state = 'abandoned', abandoned_at = $2, next_attempt_at = null,
       leased_until = null, last_answer = coalesce(last_answer, '每次投递都中断了')
     where county_id = $1 and state = 'waiting' and started_attempts >= $3 and leased_until <= $2`,
    [countyId, new Date(now), attemptsMax],
  )
}

/** What still waits for an endpoint that is no longer to be sent anything; it stays visible. */
export async function abandonWaiting(
  tx: Queryable,
  abandoned: Omit<DeliveryKey, 'messageId'> & { readonly answer: string; readonly now: Instant },
): Promise<void> {
  await tx.query(
    `update deliveries set state = 'abandoned', abandoned_at = $4, next_attempt_at = null,
       leased_until = null, last_answer = $3
     where county_id = $1 and endpoint_id = $2 and state = 'waiting'`,
    [abandoned.countyId, abandoned.endpointId, abandoned.answer, new Date(abandoned.now)],
  )
}

type Replay = Omit<DeliveryKey, 'messageId'> & {
  /** undefined: the oldest abandoned, up to the limit. */
  readonly messageId: string | undefined
  readonly now: Instant
  readonly limit: number
}

/** Back in line with all attempts before it, in front of whatever of the same matter still waits. */
export async function replayAbandoned(database: Queryable, replay: Replay): Promise<number> {
  const rows = await database.query(
    `update deliveries d set state = 'waiting', started_attempts = 0, finished_attempts = 0,
       next_attempt_at = $4, abandoned_at = null, leased_until = null
     from (select message_id from deliveries
       where county_id = $1 and endpoint_id = $2 and state = 'abandoned'
         and ($3::uuid is null or message_id = $3::uuid)
       order by seq limit $5 for update) as chosen
     where d.county_id = $1 and d.endpoint_id = $2 and d.message_id = chosen.message_id
     returning d.message_id`,
    [
      replay.countyId,
      replay.endpointId,
      replay.messageId ?? null,
      new Date(replay.now),
      replay.limit,
    ],
  )
  return rows.length
}

export async function hasDelivery(database: Queryable, key: DeliveryKey): Promise<boolean> {
  const rows = await database.query(
    'select 1 from deliveries where county_id = $1 and endpoint_id = $2 and message_id = $3',
    [key.countyId, key.endpointId, key.messageId],
  )
  return rows.length > 0
}

export type DeliveryState = 'waiting' | 'delivered' | 'abandoned'

export type DeliveryRow = {
  readonly messageId: string
  readonly matterId: string
  readonly seq: number
  readonly type: string
  readonly state: DeliveryState
  readonly startedAttempts: number
  readonly finishedAttempts: number
  readonly lastAnswer: string | null
  readonly nextAttemptAt: Instant | null
  readonly createdAt: Instant
}

type Listing = {
  readonly countyId: number
  readonly endpointId: string
  readonly state: DeliveryState | undefined
  readonly before: number | undefined
  readonly limit: number
}

export async function readDeliveries(
  database: Queryable,
  listing: Listing,
): Promise<DeliveryRow[]> {
  const { countyId, endpointId, state, before, limit } = listing
  return database.query<DeliveryRow>(
    `select message_id as "messageId", matter_id as "matterId", seq, type, state,
       started_attempts as "startedAttempts", finished_attempts as "finishedAttempts",
       last_answer as "lastAnswer", next_attempt_at as "nextAttemptAt", created_at as "createdAt"
     from deliveries
     where county_id = $1 and endpoint_id = $2 and ($3::text is null or state = $3)
       and ($4::bigint is null or seq < $4::bigint)
     order by seq desc limit $5`,
    [countyId, endpointId, state ?? null, before ?? null, limit],
  )
}
