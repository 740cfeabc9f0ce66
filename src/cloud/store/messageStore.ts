import type { Role } from '@domain/access/permissions'
import type { Instant } from '@domain/shared/instant'
import type { CarrierName, MessageLevel, OutsideMessage, Reachable } from '../messages/carrier'
import type { Database, Queryable } from './database'

/** Of one person; of whoever holds one of the roles in the area, or within it; of a department. */
export type AudienceSearch =
  | { readonly personId: string }
  | { readonly departmentCode: string }
  | { readonly roles: readonly Role[]; readonly area: string; readonly within: boolean }

/** An alert to a whole county reaches so many by message; the others find it in the app. */
const PEOPLE_MAX = 2000

export async function findReachable(
  db: Queryable,
  countyId: number,
  search: AudienceSearch,
): Promise<Reachable[]> {
  const all = { personId: null, departmentCode: null, roles: null, area: null, within: false }
  const { personId, departmentCode, roles, area, within } = { ...all, ...search }
  return db.query<Reachable>(
    `select distinct p.wechat_openid as openid, p.phone
     from people p left join posts on posts.county_id = p.county_id
       and posts.person_id = p.person_id and posts.valid_to is null
     where p.county_id = $1 and p.disabled_at is null
       and ($2::uuid is null or p.person_id = $2::uuid)
       and ($3::text is null or posts.department_code = $3)
       and ($4::text[] is null or (posts.role = any($4::text[])
         and case when $6 then starts_with(posts.area_code, $5) else posts.area_code = $5 end))
     limit ${PEOPLE_MAX}`,
    [countyId, personId, departmentCode, roles && [...roles], area, within],
  )
}

export type FeedNotice = {
  readonly noticeId: string
  readonly audience: string
  readonly matterId: string
  readonly at: Instant
  readonly title: string
  readonly words: string
  readonly level: MessageLevel
  readonly sensitivity: string
}

/**
 * Hands the next notices to `write` and moves on, in one transaction; how many there were. In the order of the change
 * feed, so that a notice that is committed late is not passed by. The first time it begins with what comes from now on.
 */
export async function readOn(
  database: Database,
  countyId: number,
  limit: number,
  write: (tx: Queryable, notices: readonly FeedNotice[]) => Promise<void>,
): Promise<number> {
  return database.transaction(async (tx) => {
    await tx.query(
      `insert into message_readers (county_id, tx, seq)
       values ($1, pg_snapshot_xmin(pg_current_snapshot()), 0) on conflict do nothing`,
      [countyId],
    )
    const [reader] = await tx.query<{ tx: string; seq: number }>(
      'select tx::text, seq from message_readers where county_id = $1 for update',
      [countyId],
    )
    const notices = await tx.query<FeedNotice & { tx: string; seq: number }>(
      `select n.notice_id as "noticeId", n.audience, n.matter_id as "matterId", n.at, n.title,
         n.words, n.level, m.sensitivity, n.tx::text, n.seq
       from notices n join matters m on m.county_id = n.county_id and m.matter_id = n.matter_id
       where n.county_id = $1 and (n.tx, n.seq) > ($2::text::xid8, $3::bigint)
         and n.tx < pg_snapshot_xmin(pg_current_snapshot())
       order by n.tx, n.seq limit $4`,
      [countyId, reader?.tx, reader?.seq, limit],
    )
    const last = notices.at(-1)
    if (!last) return 0
    await write(tx, notices)
    await tx.query(
      'update message_readers set tx = $2::text::xid8, seq = $3 where county_id = $1',
      [countyId, last.tx, last.seq],
    )
    return notices.length
  })
}

export type NewMessage = OutsideMessage & { readonly carrier: CarrierName }

export async function insertMessages(
  tx: Queryable,
  countyId: number,
  messages: readonly NewMessage[],
): Promise<void> {
  if (messages.length === 0) return
  await tx.query(
    `insert into outside_messages (county_id, notice_id, carrier, address, matter_id, title, words,
       at, state, next_attempt_at)
     select $1, notice_id, carrier, address, matter_id, title, words, at, 'waiting', at
     from jsonb_to_recordset($2::jsonb) as m (notice_id uuid, carrier text, address text,
       matter_id uuid, title text, words text, at timestamptz)
     on conflict do nothing`,
    [
      countyId,
      JSON.stringify(
        messages.map(({ noticeId, matterId, at, ...same }) => ({
          ...same,
          notice_id: noticeId,
          matter_id: matterId,
          at: new Date(at).toISOString(),
        })),
      ),
    ],
  )
}

export type ClaimedMessage = OutsideMessage & {
  /** Counted before it is made. */
  readonly attempt: number
}

type Claim = {
  readonly countyId: number
  readonly carrier: CarrierName
  readonly now: Instant
  readonly leasedUntil: Instant
  readonly limit: number
}

const isDue = `county_id = $1 and carrier = $2 and state = 'waiting' and next_attempt_at <= $3
  and (leased_until is null or leased_until <= $3)`

export async function hasDue(
  db: Queryable,
  { countyId, carrier, now }: Pick<Claim, 'countyId' | 'carrier' | 'now'>,
): Promise<boolean> {
  const rows = await db.query(`select 1 from outside_messages where ${isDue} limit 1`, [
    countyId,
    carrier,
    new Date(now),
  ])
  return rows.length > 0
}

/** The oldest first. A process that is killed leaves its lease to run out, and the message may come twice. */
export async function claimMessages(db: Queryable, claim: Claim): Promise<ClaimedMessage[]> {
  const { countyId, carrier, now, leasedUntil, limit } = claim
  return db.query<ClaimedMessage>(
    `with taken as materialized (
       select notice_id, address from outside_messages where ${isDue}
       order by next_attempt_at, notice_id limit $5 for update skip locked
     )
     update outside_messages m set attempts = attempts + 1, leased_until = $4
     from taken where m.county_id = $1 and m.carrier = $2 and m.notice_id = taken.notice_id
       and m.address = taken.address
     returning m.notice_id as "noticeId", m.address, m.matter_id as "matterId", m.title, m.words,
       m.at, m.attempts as "attempt"`,
    [countyId, carrier, new Date(now), new Date(leasedUntil), limit],
  )
}

/** An address is a person's: once the message has long come or failed, it is not kept. */
export async function forgetMessages(
  db: Queryable,
  countyId: number,
  before: Instant,
): Promise<void> {
  await db.query('delete from outside_messages where county_id = $1 and finished_at < $2', [
    countyId,
    new Date(before),
  ])
}

type Outcome = {
  readonly countyId: number
  readonly carrier: CarrierName
  readonly noticeId: string
  readonly address: string
  readonly state: 'waiting' | 'sent' | 'refused' | 'abandoned'
  readonly answer: string
  readonly now: Instant
  readonly nextAttemptAt?: Instant
}

export async function markMessage(db: Queryable, outcome: Outcome): Promise<void> {
  const { countyId, carrier, noticeId, address, state, answer, now, nextAttemptAt } = outcome
  await db.query(
    `update outside_messages set state = $5, last_answer = $6, leased_until = null,
       next_attempt_at = $8, finished_at = case when $5 = 'waiting' then null else $7::timestamptz end
     where county_id = $1 and carrier = $2 and notice_id = $3 and address = $4 and state = 'waiting'`,
    [
      countyId,
      carrier,
      noticeId,
      address,
      state,
      answer,
      new Date(now),
      nextAttemptAt === undefined ? null : new Date(nextAttemptAt),
    ],
  )
}
