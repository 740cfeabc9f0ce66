import { createHash } from 'node:crypto'
import { MINUTE_MS, type Instant } from '@domain/shared/instant'
import type { Queryable } from './database'

/** Between leaving for the other system and coming back from it. */
const SIGN_ON_LIFE_MS = 10 * MINUTE_MS
/** Begun at the same time, before others are turned away. */
const SIGN_ONS_MAX = 10_000

type Begun = { readonly state: string; readonly nonce: string; readonly verifier: string }

/** False when too many are under way. Those that ran out are cleared away. */
export async function keepSignOn(
  db: Queryable,
  countyId: number,
  { state, nonce, verifier, now }: Begun & { readonly now: Instant },
): Promise<boolean> {
  await db.query('delete from sign_ons where county_id = $1 and expires_at <= $2', [
    countyId,
    new Date(now),
  ])
  const rows = await db.query(
    `insert into sign_ons (county_id, state_hash, nonce, verifier, expires_at)
     select $1, $2, $3, $4, $5 where (select count(*) from sign_ons where county_id = $1) < $6
     returning 1`,
    [countyId, hashState(state), nonce, verifier, new Date(now + SIGN_ON_LIFE_MS), SIGN_ONS_MAX],
  )
  return rows.length > 0
}

/** Once: whoever comes back with the same state again finds nothing. */
export async function takeSignOn(
  db: Queryable,
  countyId: number,
  { state, now }: { state: string; now: Instant },
): Promise<Omit<Begun, 'state'> | undefined> {
  const [row] = await db.query<{ nonce: string; verifier: string; open: boolean }>(
    `delete from sign_ons where county_id = $1 and state_hash = $2
     returning nonce, verifier, expires_at > $3 as open`,
    [countyId, hashState(state), new Date(now)],
  )
  return row?.open ? { nonce: row.nonce, verifier: row.verifier } : undefined
}

function hashState(state: string): Buffer {
  return createHash('sha256').update(state).digest()
}
