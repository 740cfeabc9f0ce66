import type { MatterId } from '@domain/shared/ids'
import type { Instant } from '@domain/shared/instant'
import type { Queryable } from './database'

/** Inside the step's transaction. Whatever the matter waited for until now is waited for no longer. */
export async function insertQuestion(
  tx: Queryable,
  question: {
    readonly countyId: number
    readonly questionId: string
    readonly matterId: MatterId
    readonly version: number
    readonly asks: string
    readonly at: Instant
  },
): Promise<void> {
  const { countyId, questionId, matterId, version, asks, at } = question
  const now = new Date(at)
  await tx.query(
    `update outside_questions set state = 'dropped', closed_at = $3, leased_until = null
     where county_id = $1 and matter_id = $2 and state = 'waiting'`,
    [countyId, matterId, now],
  )
  await tx.query(
    `insert into outside_questions
       (county_id, question_id, matter_id, version, asks, asked_at, next_attempt_at)
     values ($1, $2, $3, $4, $5, $6, $6)`,
    [countyId, questionId, matterId, version, asks, now],
  )
}

type Due = { readonly countyId: number; readonly now: Instant }

/** `d` waits, its time has come and nobody is asking it. */
const isDue = `county_id = $1 and state = 'waiting' and next_attempt_at <= $2
  and (leased_until is null or leased_until <= $2)`

/** The systems that something is to be asked of now. */
export async function listDueSystems(db: Queryable, { countyId, now }: Due): Promise<string[]> {
  const rows = await db.query<{ asks: string }>(
    `select distinct asks from outside_questions where ${isDue}`,
    [countyId, new Date(now)],
  )
  return rows.map((row) => row.asks)
}

export type ClaimedQuestion = {
  readonly questionId: string
  readonly matterId: MatterId
  readonly asks: string
  readonly askedAt: Instant
  /** Counted before it is made, so that one that kills the process is seen to have been tried. */
  readonly attempt: number
}

/** Takes questions for a while; a process that is killed leaves its lease to run out, and another asks again. */
export async function claimQuestions(
  db: Queryable,
  claim: Due & {
    readonly asks: string
    readonly leasedUntil: Instant
    readonly limit: number
  },
): Promise<ClaimedQuestion[]> {
  const { countyId, now, asks, leasedUntil, limit } = claim
  return db.query<ClaimedQuestion>(
    `with taken as materialized (
       select question_id from outside_questions where ${isDue} and asks = $3
       order by next_attempt_at, question_id limit $5 for update skip locked
     )
     update outside_questions q set started_attempts = started_attempts + 1, leased_until = $4
     from taken where q.county_id = $1 and q.question_id = taken.question_id
     returning q.question_id as "questionId", q.matter_id as "matterId", q.asks,
       q.asked_at as "askedAt", q.started_attempts as "attempt"`,
    [countyId, new Date(now), asks, new Date(leasedUntil), limit],
  )
}

type About = { readonly countyId: number; readonly questionId: string; readonly now: Instant }

/** One row each, in words of our own: what the other side wrote may name people. */
export async function writeAttempt(
  db: Queryable,
  { countyId, questionId, now, attempt, words }: About & { attempt: number; words: string },
): Promise<void> {
  await db.query(
    `insert into outside_attempts (county_id, question_id, attempt, at, words)
     values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [countyId, questionId, attempt, new Date(now), words],
  )
}

/** A late failure is nobody's business once another process has begun the next attempt. */
export async function postponeQuestion(
  db: Queryable,
  question: Omit<About, 'now'> & { readonly attempt: number; readonly until: Instant },
): Promise<void> {
  const { countyId, questionId, attempt, until } = question
  await db.query(
    `update outside_questions set next_attempt_at = $4, leased_until = null
     where county_id = $1 and question_id = $2 and state = 'waiting' and started_attempts = $3`,
    [countyId, questionId, attempt, new Date(until)],
  )
}

/** Still waited for? Inside the transaction that will answer, which holds the matter's lock. */
export async function isWaiting(
  tx: Queryable,
  countyId: number,
  questionId: string,
): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from outside_questions
     where county_id = $1 and question_id = $2 and state = 'waiting' for update`,
    [countyId, questionId],
  )
  return rows.length > 0
}

/** Without an answer: the matter has moved on, and nobody waits for one. */
export async function closeQuestion(
  db: Queryable,
  { countyId, questionId, now, answer }: About & { readonly answer?: string },
): Promise<void> {
  await db.query(
    `update outside_questions
     set state = case when $4::text is null then 'dropped' else 'answered' end,
       answer = $4, closed_at = $3, leased_until = null
     where county_id = $1 and question_id = $2 and state = 'waiting'`,
    [countyId, questionId, new Date(now), answer ?? null],
  )
}
