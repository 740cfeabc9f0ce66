import { createHash, randomBytes } from 'node:crypto'
import type { Actor, Post } from '@domain/access/actor'
import type { PersonId } from '@domain/shared/ids'
import { DAY_MS, type Instant } from '@domain/shared/instant'
import type { Queryable } from './database'

/** A phone in a drawer must still send its reports; whoever leaves is signed out by the administrator. */
export const SESSION_LIFE_MS = 30 * DAY_MS

/** How long a process trusts what it knows of a token; a sign-out elsewhere is seen after that. */
const KNOWN_FOR_MS = 20_000
const KNOWN_MAX = 20_000

export type Sessions = {
  begin(
    personId: PersonId,
    now: Instant,
  ): Promise<{ token: string; expiresAt: Instant; actor: Actor }>
  find(token: string, now: Instant): Promise<Actor | undefined>
  end(token: string, now: Instant): Promise<void>
  /** After `endSessionsOf`: this process need not wait until what it knows runs out. */
  forget(personId: PersonId): void
}

type Known = { readonly actor: Actor; readonly knownUntil: Instant }

export function makeSessions(database: Queryable, countyId: number): Sessions {
  const known = new Map<string, Known>()
  return {
    async begin(personId, now) {
      const token = randomBytes(32).toString('base64url')
      const expiresAt = now + SESSION_LIFE_MS
      await insertSession(database, countyId, { token, personId, now, expiresAt })
      const actor = await findActor(database, countyId, personId)
      if (!actor) throw new Error(`There is no person ${personId}`)
      return { token, expiresAt, actor }
    },
    async find(token, now) {
      const hit = known.get(token)
      if (hit && now < hit.knownUntil) return hit.actor
      known.delete(token)
      const actor = await findSessionActor(database, countyId, token, now)
      if (actor) remember(known, token, { actor, knownUntil: now + KNOWN_FOR_MS })
      return actor
    },
    async end(token, now) {
      known.delete(token)
      await database.query(
        'update sessions set ended_at = $3 where county_id = $1 and token_hash = $2 and ended_at is null',
        [countyId, hashToken(token), new Date(now)],
      )
    },
    forget(personId) {
      for (const [token, { actor }] of known) if (actor.personId === personId) known.delete(token)
    },
  }
}

type Ending = {
  readonly personId: PersonId
  readonly now: Instant
  readonly exceptToken?: string | undefined
}

/** All of a person's sessions, on every phone and in every browser; answers how many that were. */
export async function endSessionsOf(
  tx: Queryable,
  countyId: number,
  { personId, now, exceptToken }: Ending,
): Promise<number> {
  const rows = await tx.query(
    `update sessions set ended_at = $3
     where county_id = $1 and person_id = $2 and ended_at is null and token_hash is distinct from $4
     returning 1`,
    [countyId, personId, new Date(now), exceptToken === undefined ? null : hashToken(exceptToken)],
  )
  return rows.length
}

function remember(known: Map<string, Known>, token: string, entry: Known): void {
  if (known.size >= KNOWN_MAX) known.clear()
  known.set(token, entry)
}

/** Only the hash is kept, so that nobody who reads the table can sign in with it. */
function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

type NewSession = { token: string; personId: PersonId; now: Instant; expiresAt: Instant }

async function insertSession(
  database: Queryable,
  countyId: number,
  session: NewSession,
): Promise<void> {
  await database.query(
    `insert into sessions (county_id, token_hash, person_id, created_at, expires_at) values ($1, $2, $3, $4, $5)`,
    [
      countyId,
      hashToken(session.token),
      session.personId,
      new Date(session.now),
      new Date(session.expiresAt),
    ],
  )
}

async function findSessionActor(
  database: Queryable,
  countyId: number,
  token: string,
  now: Instant,
): Promise<Actor | undefined> {
  const [row] = await database.query<{ person_id: PersonId }>(
    `select person_id from sessions
     where county_id = $1 and token_hash = $2 and ended_at is null and expires_at > $3`,
    [countyId, hashToken(token), new Date(now)],
  )
  return row && findActor(database, countyId, row.person_id)
}

type ActorRow = {
  name: string
  only_looks: boolean
  role: Post['role'] | null
  area_code: string
  department_code: string | null
}

/** The person with the posts they hold now; undefined for nobody, or somebody whose account was closed. */
export async function findActor(
  database: Queryable,
  countyId: number,
  personId: PersonId,
): Promise<Actor | undefined> {
  const rows = await database.query<ActorRow>(
    `select people.name, people.consent_withdrawn_at is not null as only_looks,
       posts.role, posts.area_code, posts.department_code
     from people left join posts on posts.county_id = people.county_id and posts.person_id = people.person_id
       and posts.valid_to is null
     where people.county_id = $1 and people.person_id = $2 and people.disabled_at is null
     order by posts.area_code, posts.role`,
    [countyId, personId],
  )
  const [first] = rows
  if (!first) return undefined
  const actor = { personId, countyId, name: first.name, posts: rows.flatMap(toPost) }
  return first.only_looks ? { ...actor, onlyLooks: true } : actor
}

function toPost(row: ActorRow): Post[] {
  if (row.role === null) return []
  const { role, area_code: areaCode, department_code: departmentCode } = row
  return [{ role, areaCode, ...(departmentCode === null ? {} : { departmentCode }) }]
}
