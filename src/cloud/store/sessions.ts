import { createHash, randomBytes } from 'node:crypto'
import type { Actor, Post } from '@domain/access/actor'
import type { PersonId } from '@domain/shared/ids'
import { sessionRules } from '@domain/access/sessionRules'
import { DAY_MS, MINUTE_MS, type Instant } from '@domain/shared/instant'
import { writeAudit, type AuditEntry } from './auditStore'
import type { Database, Queryable } from './database'

/** A phone in a drawer must still send its reports; whoever leaves is signed out by the administrator. */
export const SESSION_LIFE_MS = 30 * DAY_MS

/** How long a process trusts what it knows of a token; a sign-out elsewhere is seen after that. */
const KNOWN_FOR_MS = 20_000
const KNOWN_MAX = 20_000
/** How exactly it is kept when a console was last used. */
const SEEN_EVERY_MS = MINUTE_MS

/** How somebody showed who they are. */
export type SessionHow = 'demo' | 'wechat' | 'password' | 'signOn'
type Opening = { readonly how: SessionHow; readonly address?: string | undefined }

export type Sessions = {
  begin(
    personId: PersonId,
    now: Instant,
    opening?: Opening,
  ): Promise<{ token: string; expiresAt: Instant; actor: Actor }>
  find(token: string, now: Instant): Promise<Actor | undefined>
  /** Answers how it was begun, if it was still open. */
  end(token: string, now: Instant, address?: string): Promise<SessionHow | undefined>
  /** After `endSessionsOf`: this process need not wait until what it knows runs out. */
  forget(personId: PersonId): void
}

type Known = { readonly actor: Actor; readonly knownUntil: Instant }

/** `secondFactor`: a console session that has not proved it reads nothing sensitive. */
export function makeSessions(
  database: Database,
  countyId: number,
  { secondFactor = false }: { readonly secondFactor?: boolean } = {},
): Sessions {
  const known = new Map<string, Known>()
  return {
    async begin(personId, now, opening = { how: 'demo' }) {
      const token = randomBytes(32).toString('base64url')
      const console = atConsole(opening.how)
      const expiresAt = now + (console ? sessionRules.consoleLifeMs : SESSION_LIFE_MS)
      const actor = await findActor(database, countyId, personId)
      if (!actor) throw new Error(`There is no person ${personId}`)
      await database.transaction(async (tx) => {
        await insertSession(tx, countyId, { ...opening, token, personId, now, expiresAt, console })
        await writeAudit(tx, countyId, [begunEntry(actor, now, opening)])
      })
      return { token, expiresAt, actor }
    },
    async find(token, now) {
      const hit = known.get(token)
      if (hit && now < hit.knownUntil) return hit.actor
      known.delete(token)
      const session = await findSession(database, countyId, token, now)
      const person = session && (await findActor(database, countyId, session.person_id))
      if (!session || !person) return undefined
      const proven = (session.proven_until ?? 0) > now
      // Not remembered: the proof may be given through another process, and counts at once.
      if (secondFactor && session.console && !proven) return { ...person, unproven: true }
      remember(known, token, { actor: person, knownUntil: now + KNOWN_FOR_MS })
      return person
    },
    async end(token, now, address) {
      known.delete(token)
      return endSession(database, countyId, { token, now, address })
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
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

type NewSession = Opening & {
  readonly token: string
  readonly personId: PersonId
  readonly now: Instant
  readonly expiresAt: Instant
  readonly console: boolean
}

/** A password or another system's word opens the console; what opens a phone is WeChat's. */
function atConsole(how: SessionHow): boolean {
  return how === 'password' || how === 'signOn'
}

function begunEntry(
  { personId, posts }: Actor,
  at: Instant,
  { how, address }: Opening,
): AuditEntry {
  const held = posts.map(({ role, areaCode }) => `${role}@${areaCode}`).join(' ')
  const details = { how }
  return { at, act: 'session.begun', outcome: 'done', personId, posts: held, address, details }
}

async function insertSession(tx: Queryable, countyId: number, session: NewSession): Promise<void> {
  await tx.query(
    `insert into sessions
       (county_id, token_hash, person_id, created_at, expires_at, how, console, address)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      countyId,
      hashToken(session.token),
      session.personId,
      new Date(session.now),
      new Date(session.expiresAt),
      session.how,
      session.console,
      session.address ?? '',
    ],
  )
}

type SessionEnd = { token: string; now: Instant; address: string | undefined }

async function endSession(
  database: Database,
  countyId: number,
  { token, now, address }: SessionEnd,
): Promise<SessionHow | undefined> {
  return database.transaction(async (tx) => {
    const [ended] = await tx.query<{ person_id: PersonId; how: SessionHow }>(
      `update sessions set ended_at = $3
       where county_id = $1 and token_hash = $2 and ended_at is null returning person_id, how`,
      [countyId, hashToken(token), new Date(now)],
    )
    if (!ended) return undefined
    const personId = ended.person_id
    await writeAudit(tx, countyId, [
      { at: now, act: 'session.ended', outcome: 'done', personId, address },
    ])
    return ended.how
  })
}

type SessionRow = {
  person_id: PersonId
  console: boolean
  proven_until: Instant | null
  seen_at: Instant
}

/** A console that nobody used for too long is nobody's. That it is used is written down once a minute. */
async function findSession(
  database: Queryable,
  countyId: number,
  token: string,
  now: Instant,
): Promise<SessionRow | undefined> {
  const hash = hashToken(token)
  const [row] = await database.query<SessionRow>(
    `select person_id, console, proven_until, coalesce(last_seen_at, created_at) as seen_at
     from sessions where county_id = $1 and token_hash = $2 and ended_at is null and expires_at > $3
       and (not console or coalesce(last_seen_at, created_at) > $4)`,
    [countyId, hash, new Date(now), new Date(now - sessionRules.consoleIdleMs)],
  )
  if (row?.console && now - row.seen_at >= SEEN_EVERY_MS)
    await database.query(
      'update sessions set last_seen_at = $3 where county_id = $1 and token_hash = $2',
      [countyId, hash, new Date(now)],
    )
  return row
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
