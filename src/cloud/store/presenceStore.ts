import type { PersonId } from '@domain/shared/ids'
import type { Instant } from '@domain/shared/instant'
import type { Queryable } from './database'

export type PresenceRow = {
  readonly person_id: PersonId
  readonly name: string
  readonly since: Instant
}

type Lease = { readonly matterId: string; readonly personId: string; readonly at: Instant }

/** A lease for one more while; what has run out is forgotten on the way. */
export async function extendPresence(
  db: Queryable,
  countyId: number,
  { matterId, personId, at, until }: Lease & { readonly until: Instant },
): Promise<void> {
  await db.query(`delete from desk_presence where county_id = $1 and until_at <= $2`, [
    countyId,
    new Date(at),
  ])
  await db.query(
    `insert into desk_presence (county_id, matter_id, person_id, since, until_at)
     values ($1, $2, $3, $4, $5)
     on conflict (county_id, matter_id, person_id) do update set until_at = excluded.until_at`,
    [countyId, matterId, personId, new Date(at), new Date(until)],
  )
}

export async function endPresence(
  db: Queryable,
  countyId: number,
  { matterId, personId }: Omit<Lease, 'at'>,
): Promise<void> {
  await db.query(
    `delete from desk_presence where county_id = $1 and matter_id = $2 and person_id = $3`,
    [countyId, matterId, personId],
  )
}

/** Who looks at it now, who came first first. */
export function listPresence(
  db: Queryable,
  countyId: number,
  { matterId, at, limit }: { matterId: string; at: Instant; limit: number },
): Promise<PresenceRow[]> {
  return db.query<PresenceRow>(
    `select p.person_id, people.name, p.since from desk_presence p
     join people on people.county_id = p.county_id and people.person_id = p.person_id
     where p.county_id = $1 and p.matter_id = $2 and p.until_at > $3
     order by p.since, p.person_id limit $4`,
    [countyId, matterId, new Date(at), limit],
  )
}
