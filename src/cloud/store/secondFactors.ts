import type { PersonId } from '@domain/shared/ids'
import type { Instant } from '@domain/shared/instant'
import type { Queryable } from './database'

export type FactorRow = {
  readonly secret: Uint8Array
  readonly confirmed_at: Instant | null
  readonly codes_left: number
}

export async function findFactor(
  db: Queryable,
  countyId: number,
  personId: PersonId,
): Promise<FactorRow | undefined> {
  const [row] = await db.query<FactorRow>(
    `select secret, confirmed_at, (select count(*)::int from recovery_codes
       where county_id = $1 and person_id = $2 and used_at is null) as codes_left
     from second_factors where county_id = $1 and person_id = $2`,
    [countyId, personId],
  )
  return row
}

type Begun = { readonly personId: PersonId; readonly secret: Buffer; readonly now: Instant }

/** One that is not confirmed gives way to the next; false when one is in force. */
export async function beginFactor(
  db: Queryable,
  countyId: number,
  { personId, secret, now }: Begun,
): Promise<boolean> {
  const rows = await db.query(
    `insert into second_factors as kept (county_id, person_id, secret, begun_at) values ($1, $2, $3, $4)
     on conflict (county_id, person_id) do update set secret = excluded.secret,
       begun_at = excluded.begun_at, last_step = 0 where kept.confirmed_at is null returning 1`,
    [countyId, personId, secret, new Date(now)],
  )
  return rows.length > 0
}

type Confirmed = {
  readonly personId: PersonId
  readonly codeHashes: readonly Buffer[]
  readonly now: Instant
}

/** False when another call confirmed it meanwhile. */
export async function confirmFactor(
  tx: Queryable,
  countyId: number,
  { personId, codeHashes, now }: Confirmed,
): Promise<boolean> {
  const rows = await tx.query(
    `update second_factors set confirmed_at = $3
     where county_id = $1 and person_id = $2 and confirmed_at is null returning 1`,
    [countyId, personId, new Date(now)],
  )
  if (rows.length === 0) return false
  await tx.query(
    `insert into recovery_codes (county_id, person_id, code_hash)
     select $1, $2, decode(hash, 'hex') from jsonb_array_elements_text($3::jsonb) as hash`,
    [countyId, personId, JSON.stringify(codeHashes.map((hash) => hash.toString('hex')))],
  )
  return true
}

type Step = { readonly personId: PersonId; readonly step: number }

/** False for a code of this step or an earlier one that was used: nobody who looked over a shoulder enters with it. */
export async function takeStep(
  tx: Queryable,
  countyId: number,
  { personId, step }: Step,
): Promise<boolean> {
  const rows = await tx.query(
    `update second_factors set last_step = $3
     where county_id = $1 and person_id = $2 and last_step < $3 returning 1`,
    [countyId, personId, step],
  )
  return rows.length > 0
}

type Recovery = { readonly personId: PersonId; readonly codeHash: Buffer; readonly now: Instant }

export async function takeRecoveryCode(
  tx: Queryable,
  countyId: number,
  { personId, codeHash, now }: Recovery,
): Promise<boolean> {
  const rows = await tx.query(
    `update recovery_codes set used_at = $4
     where county_id = $1 and person_id = $2 and code_hash = $3 and used_at is null returning 1`,
    [countyId, personId, codeHash, new Date(now)],
  )
  return rows.length > 0
}

export async function removeFactor(
  tx: Queryable,
  countyId: number,
  personId: PersonId,
): Promise<boolean> {
  await tx.query('delete from recovery_codes where county_id = $1 and person_id = $2', [
    countyId,
    personId,
  ])
  const rows = await tx.query(
    'delete from second_factors where county_id = $1 and person_id = $2 returning 1',
    [countyId, personId],
  )
  return rows.length > 0
}
