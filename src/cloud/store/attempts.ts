import { DAY_MS, type Instant } from '@domain/shared/instant'
import type { Queryable } from './database'

/** What is guessed at, and from where. Whether an account of that name exists is nowhere asked. */
export type AttemptKey = { readonly subject: string; readonly address: string }

/** So many failures within the time lock for a while. */
export type AttemptRule = {
  readonly failuresMax: number
  readonly withinMs: number
  readonly lockMs: number
}

/** `trusted`: from here it succeeded not long ago. */
export type Admission =
  | { readonly admitted: true; readonly trusted: boolean }
  | { readonly admitted: false; readonly until: Instant }

/** A desk that is signed in from every month stays known. */
const TRUST_MS = 30 * DAY_MS
const SWEEP_MAX = 100

/**
 * Counts an attempt as failed before it is looked at, or refuses it, in one statement: of many that come at once no
 * more than the rule allows are let through. A success takes it back.
 */
export async function countAttempt(
  db: Queryable,
  countyId: number,
  { key, rule, now }: { key: AttemptKey; rule: AttemptRule; now: Instant },
): Promise<Admission> {
  await sweepAttempts(db, countyId, now)
  const [row] = await db.query<{ succeeded_at: Instant | null }>(
    `insert into attempts as kept (county_id, subject, address, failures, since, keep_until)
     values ($1, $2, $3, 1, $4::timestamptz, $7)
     on conflict (county_id, subject, address) do update set
       failures = case when ${COUNT_IS_OVER} then 1 else kept.failures + 1 end,
       since = case when ${COUNT_IS_OVER} then $4::timestamptz else kept.since end,
       locked_until = case when not (${COUNT_IS_OVER}) and kept.failures + 1 >= $6 then $8::timestamptz end,
       keep_until = greatest(kept.keep_until, excluded.keep_until)
     where kept.locked_until is null or kept.locked_until <= $4
     returning succeeded_at`,
    [
      countyId,
      key.subject,
      key.address,
      new Date(now),
      new Date(now - rule.withinMs),
      rule.failuresMax,
      new Date(now + rule.withinMs + rule.lockMs),
      new Date(now + rule.lockMs),
    ],
  )
  if (row) return { admitted: true, trusted: (row.succeeded_at ?? 0) > now - TRUST_MS }
  const until = await findLock(db, countyId, key)
  return { admitted: false, until: until ?? now }
}

const COUNT_IS_OVER = `kept.locked_until is not null or kept.since <= $5::timestamptz or kept.failures = 0`

async function findLock(
  db: Queryable,
  countyId: number,
  { subject, address }: AttemptKey,
): Promise<Instant | undefined> {
  const [row] = await db.query<{ locked_until: Instant | null }>(
    'select locked_until from attempts where county_id = $1 and subject = $2 and address = $3',
    [countyId, subject, address],
  )
  return row?.locked_until ?? undefined
}

/** Only for an attempt that was let through: the right answer to one that was refused changes nothing. */
export async function recordSuccess(
  db: Queryable,
  countyId: number,
  { key, now }: { key: AttemptKey; now: Instant },
): Promise<void> {
  await db.query(
    `update attempts set failures = 0, locked_until = null, succeeded_at = $4, keep_until = $5
     where county_id = $1 and subject = $2 and address = $3`,
    [countyId, key.subject, key.address, new Date(now), new Date(now + TRUST_MS)],
  )
}

/** The one attempt was no failure after all; those that others made still count. */
export async function takeBackAttempt(
  db: Queryable,
  countyId: number,
  { key, failuresMax }: { key: AttemptKey; failuresMax: number },
): Promise<void> {
  await db.query(
    `update attempts set failures = greatest(0, failures - 1),
       locked_until = case when failures - 1 >= $4 then locked_until end
     where county_id = $1 and subject = $2 and address = $3`,
    [countyId, key.subject, key.address, failuresMax],
  )
}

/** Whoever is given a new password, or a new code, begins anew. */
export async function forgetAttempts(
  db: Queryable,
  countyId: number,
  subject: string,
): Promise<void> {
  await db.query('delete from attempts where county_id = $1 and subject = $2', [countyId, subject])
}

/** Invented names leave rows behind; each attempt clears away more of them than it makes. */
async function sweepAttempts(db: Queryable, countyId: number, now: Instant): Promise<void> {
  await db.query(
    `delete from attempts where county_id = $1 and keep_until < $2 and (subject, address) in (
       select subject, address from attempts where county_id = $1 and keep_until < $2
       limit ${SWEEP_MAX} for update skip locked)`,
    [countyId, new Date(now)],
  )
}
