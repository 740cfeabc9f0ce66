import type { Role } from '@domain/access/permissions'
import type { AreaCode } from '@domain/area/areaCode'
import type { Matter } from '@domain/matter/matter'
import type { PersonId } from '@domain/shared/ids'
import type { Instant } from '@domain/shared/instant'
import type { Queryable } from './database'

export type OwnCounts = {
  readonly name: string
  readonly phone: string
  readonly sessions: number
  readonly matters: number
}

export async function readOwnCounts(
  db: Queryable,
  countyId: number,
  { personId, now }: { personId: PersonId; now: Instant },
): Promise<OwnCounts> {
  const [row] = await db.query<OwnCounts>(
    `select name, phone,
       (select count(*)::int from sessions where county_id = $1 and person_id = $2
          and ended_at is null and expires_at > $3) as sessions,
       (select count(*)::int from matters where county_id = $1 and reporter_id = $2) as matters
     from people where county_id = $1 and person_id = $2`,
    [countyId, personId, new Date(now)],
  )
  if (!row) throw new Error(`There is no person ${personId}`)
  return row
}

export type ConsentRow = { readonly version: string; readonly given: boolean; readonly at: Instant }

/** Newest first. */
export function listConsents(
  db: Queryable,
  countyId: number,
  { personId, limit }: { personId: PersonId; limit: number },
): Promise<ConsentRow[]> {
  return db.query<ConsentRow>(
    `select version, given, at from consents where county_id = $1 and person_id = $2
     order by seq desc limit $3`,
    [countyId, personId, limit],
  )
}

/** Said before, it is not written again: the person's row is locked, so that two at once are one. */
export async function writeConsent(
  tx: Queryable,
  countyId: number,
  { personId, version, given, at }: ConsentRow & { personId: PersonId },
): Promise<void> {
  await tx.query(
    `update people set consent_withdrawn_at = $3 where county_id = $1 and person_id = $2`,
    [countyId, personId, given ? null : new Date(at)],
  )
  await tx.query(
    `insert into consents (county_id, person_id, version, given, at)
     select $1, $2, $3, $4, $5 where (
       select (version, given) from consents where county_id = $1 and person_id = $2
       order by seq desc limit 1) is distinct from ($3::text, $4::boolean)`,
    [countyId, personId, version, given, new Date(at)],
  )
}

export type ReaderRow = {
  readonly at: Instant
  readonly number: string
  readonly role: Role | null
  readonly area_code: AreaCode | null
}

/** Who opened what they reported, where that is on record; newest first. Their own looks do not count. */
export function listReaders(
  db: Queryable,
  countyId: number,
  { personId, limit }: { personId: PersonId; limit: number },
): Promise<ReaderRow[]> {
  return db.query<ReaderRow>(
    `select entry.at, matters.number, post.role, post.area_code
     from matters join audit_entries entry on entry.county_id = $1 and entry.matter_id = matters.matter_id
         and entry.act in ('matter.read', 'secret.opened')
       left join lateral (
         select role, area_code from posts where county_id = $1 and posts.person_id = entry.person_id
         order by valid_to is not null, role limit 1) as post on true
     where matters.county_id = $1 and matters.reporter_id = $2 and entry.person_id <> $2
     order by entry.seq desc limit $3`,
    [countyId, personId, limit],
  )
}

type MatterPage = {
  readonly personId: PersonId
  readonly after: { readonly at: Date; readonly id: string } | undefined
  readonly limit: number
}

/** Newest first. */
export async function listOwnMatters(
  db: Queryable,
  countyId: number,
  { personId, after, limit }: MatterPage,
): Promise<Matter[]> {
  const rows = await db.query<{ state: Matter }>(
    `select state from matters where county_id = $1 and reporter_id = $2
       and ($3::timestamptz is null or (received_at, matter_id) < ($3, $4::uuid))
     order by received_at desc, matter_id desc limit $5`,
    [countyId, personId, after?.at ?? null, after?.id ?? null, limit],
  )
  return rows.map(({ state }) => state)
}

export async function correctPerson(
  db: Queryable,
  countyId: number,
  { personId, name, phone }: { personId: PersonId; name: string; phone: string },
): Promise<void> {
  await db.query(
    'update people set name = $3, phone = $4 where county_id = $1 and person_id = $2',
    [countyId, personId, name, phone],
  )
}

/** 已注销: what matters and history still name is an id; who it was is nowhere kept. */
export const CLOSED_NAME = '已注销'

export async function closeAccount(
  tx: Queryable,
  countyId: number,
  { personId, now }: { personId: PersonId; now: Instant },
): Promise<void> {
  await tx.query(
    `update people set name = $3, phone = '', work_phone = '', wechat_openid = null,
       password_hash = null, disabled_at = $4, disabled_by = $2, disabled_reason = '本人注销',
       closed_at = $4
     where county_id = $1 and person_id = $2`,
    [countyId, personId, CLOSED_NAME, new Date(now)],
  )
}
