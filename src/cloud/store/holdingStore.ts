import type { AreaCode } from '@domain/area/areaCode'
import type { Role } from '@domain/access/permissions'
import type { PersonId } from '@domain/shared/ids'
import type { Instant } from '@domain/shared/instant'
import type { HoldingView } from '@contract/api/holdings'
import type { Queryable } from './database'

export type Held = Pick<
  HoldingView,
  'reports' | 'actions' | 'photos' | 'voices' | 'films' | 'bytes' | 'needsYou'
>

export type HoldingToWrite = {
  readonly countyId: number
  readonly deviceId: string
  readonly personId: PersonId
  readonly turn: number
  readonly heardAt: Instant
  readonly since: Instant
  readonly holds: boolean
  readonly held: Held
}

/** The newest word of a phone stays, whichever comes last. Answers when that was heard; nothing for another's phone. */
export async function keepHolding(
  db: Queryable,
  { countyId, deviceId, personId, turn, heardAt, since, holds, held }: HoldingToWrite,
): Promise<Instant | undefined> {
  await db.query(
    `insert into phone_holdings (county_id, device_id, person_id, turn, heard_at, since, holds, held)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (county_id, device_id) do update set turn = excluded.turn,
       heard_at = excluded.heard_at, since = excluded.since, holds = excluded.holds, held = excluded.held
     where phone_holdings.person_id = excluded.person_id and phone_holdings.turn < excluded.turn`,
    [
      countyId,
      deviceId,
      personId,
      turn,
      new Date(heardAt),
      new Date(since),
      holds,
      JSON.stringify(held),
    ],
  )
  const [row] = await db.query<{ at: Instant }>(
    `select heard_at as at from phone_holdings
     where county_id = $1 and device_id = $2 and person_id = $3`,
    [countyId, deviceId, personId],
  )
  return row?.at
}

/** Whoever changes phones leaves old ones behind; only the latest few are remembered. */
export async function dropOlderPhones(
  db: Queryable,
  countyId: number,
  { personId, keep }: { personId: PersonId; keep: number },
): Promise<void> {
  await db.query(
    `delete from phone_holdings where county_id = $1 and person_id = $2 and device_id not in (
       select device_id from phone_holdings where county_id = $1 and person_id = $2
       order by heard_at desc, device_id limit $3)`,
    [countyId, personId, keep],
  )
}

export async function forgetHoldingsOf(
  db: Queryable,
  countyId: number,
  personId: PersonId,
): Promise<void> {
  await db.query('delete from phone_holdings where county_id = $1 and person_id = $2', [
    countyId,
    personId,
  ])
}

/** At most `limit`; the next call takes the rest. */
export async function forgetOldHoldings(
  db: Queryable,
  countyId: number,
  { heardBefore, limit }: { heardBefore: Instant; limit: number },
): Promise<void> {
  await db.query(
    `delete from phone_holdings where county_id = $1 and device_id in (
       select device_id from phone_holdings where county_id = $1 and heard_at < $2 limit $3)`,
    [countyId, new Date(heardBefore), limit],
  )
}

export type HoldingRow = {
  readonly device_id: string
  readonly person_id: PersonId
  readonly name: string
  readonly phone: string
  readonly role: Role
  readonly area_code: AreaCode
  readonly held: Held
  readonly since: Instant
  readonly heard_at: Instant
}

type HoldingPage = {
  /** Of people who live or work within these. */
  readonly areas: readonly AreaCode[]
  readonly heardSince: Instant
  readonly after: { readonly at: Date; readonly id: string } | undefined
  readonly limit: number
}

/** Whose oldest item waits longest comes first. */
export function listHoldings(
  db: Queryable,
  countyId: number,
  { areas, heardSince, after, limit }: HoldingPage,
): Promise<HoldingRow[]> {
  return db.query<HoldingRow>(
    `select held.device_id, held.person_id, people.name, post.role, post.area_code, held.held,
       coalesce(nullif(people.work_phone, ''), people.phone) as phone, held.since, held.heard_at
     from phone_holdings held
       join people on people.county_id = held.county_id and people.person_id = held.person_id
       join lateral (
         select role, area_code from posts
         where posts.county_id = $1 and posts.person_id = held.person_id and posts.valid_to is null
           and exists (select 1 from unnest($2::text[]) as area where starts_with(posts.area_code, area))
         order by length(area_code) desc, role limit 1) as post on true
     where held.county_id = $1 and held.holds and held.heard_at >= $3
       and ($4::timestamptz is null or (held.since, held.device_id) > ($4, $5::uuid))
     order by held.since, held.device_id limit $6`,
    [countyId, [...areas], new Date(heardSince), after?.at ?? null, after?.id ?? null, limit],
  )
}

export type OwnHoldingRow = {
  readonly held: Held
  readonly since: Instant
  readonly heard_at: Instant
}

/** What my own phones said, the latest word first. */
export function listOwnHoldings(
  db: Queryable,
  countyId: number,
  { personId, heardSince }: { personId: PersonId; heardSince: Instant },
): Promise<OwnHoldingRow[]> {
  return db.query<OwnHoldingRow>(
    `select held, since, heard_at from phone_holdings
     where county_id = $1 and person_id = $2 and heard_at >= $3 order by heard_at desc, device_id`,
    [countyId, personId, new Date(heardSince)],
  )
}
