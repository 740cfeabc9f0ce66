import { sessionRules } from '@domain/access/sessionRules'
import type { PersonId } from '@domain/shared/ids'
import type { Instant } from '@domain/shared/instant'
import type { Queryable } from './database'
import { hashToken, type SessionHow } from './sessions'

/** More than anybody has phones and desks. */
const SESSIONS_SHOWN_MAX = 50

export type OpenSession = {
  readonly session_id: string
  readonly how: SessionHow | ''
  readonly address: string
  readonly created_at: Instant
  readonly seen_at: Instant
  readonly own: boolean
}

type Whose = {
  readonly personId: PersonId
  readonly token: string | undefined
  readonly now: Instant
}

/** Those that still open something, the newest first. */
export function listOpenSessions(
  db: Queryable,
  countyId: number,
  { personId, token, now }: Whose,
): Promise<OpenSession[]> {
  return db.query<OpenSession>(
    `select session_id, how, address, created_at, coalesce(last_seen_at, created_at) as seen_at,
       token_hash is not distinct from $3 as own
     from sessions where county_id = $1 and person_id = $2 and ended_at is null and expires_at > $4
       and (not console or coalesce(last_seen_at, created_at) > $5)
     order by created_at desc limit ${SESSIONS_SHOWN_MAX}`,
    [
      countyId,
      personId,
      token === undefined ? null : hashToken(token),
      new Date(now),
      new Date(now - sessionRules.consoleIdleMs),
    ],
  )
}

export async function findSessionOwner(
  db: Queryable,
  countyId: number,
  sessionId: string,
): Promise<{ person_id: PersonId; account: string } | undefined> {
  const [row] = await db.query<{ person_id: PersonId; account: string }>(
    `select person_id, account from sessions join people using (county_id, person_id)
     where county_id = $1 and session_id = $2`,
    [countyId, sessionId],
  )
  return row
}

/** False when it had ended before. */
export async function endSessionById(
  tx: Queryable,
  countyId: number,
  { sessionId, now }: { sessionId: string; now: Instant },
): Promise<boolean> {
  const rows = await tx.query(
    `update sessions set ended_at = $3
     where county_id = $1 and session_id = $2 and ended_at is null returning 1`,
    [countyId, sessionId, new Date(now)],
  )
  return rows.length > 0
}

export async function proveSession(
  tx: Queryable,
  countyId: number,
  { token, until }: { token: string; until: Instant },
): Promise<void> {
  await tx.query('update sessions set proven_until = $3 where county_id = $1 and token_hash = $2', [
    countyId,
    hashToken(token),
    new Date(until),
  ])
}
