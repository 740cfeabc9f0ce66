import type { PersonId } from '@domain/shared/ids'
import type { Queryable } from './database'

/** 近五次: a password that was one of these may not be chosen again. */
const REMEMBERED_PASSWORDS = 5

/** Newest first. */
export async function recentHashes(
  db: Queryable,
  countyId: number,
  personId: PersonId,
): Promise<string[]> {
  const rows = await db.query<{ password_hash: string }>(
    `select password_hash from password_history where county_id = $1 and person_id = $2
     order by seq desc limit ${REMEMBERED_PASSWORDS}`,
    [countyId, personId],
  )
  return rows.map((row) => row.password_hash)
}

/** What lies further back is forgotten: an old password is still somebody's secret. */
export async function rememberHash(
  tx: Queryable,
  countyId: number,
  { personId, passwordHash, now }: { personId: PersonId; passwordHash: string; now: number },
): Promise<void> {
  await tx.query(
    `insert into password_history (county_id, person_id, password_hash, at) values ($1, $2, $3, $4)`,
    [countyId, personId, passwordHash, new Date(now)],
  )
  await tx.query(
    `delete from password_history where county_id = $1 and person_id = $2 and seq not in (
       select seq from password_history where county_id = $1 and person_id = $2
       order by seq desc limit ${REMEMBERED_PASSWORDS})`,
    [countyId, personId],
  )
}
