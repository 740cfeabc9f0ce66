import type { Actor } from '@domain/access/actor'
import { sessionRules } from '@domain/access/sessionRules'
import type { PersonId } from '@domain/shared/ids'
import { MINUTE_MS } from '@domain/shared/instant'
import { isRefusal, refuse, type Refusal } from '@domain/shared/refusal'
import { findStep } from '../accounts/oneTimeCode'
import { recoveryHash } from '../accounts/recoveryCodes'
import { openSealed } from '../accounts/sealSecret'
import { auditOf } from '../audit/auditOf'
import type { Context } from '../context'
import type { Caller, Handler } from '../handler'
import { isoTime } from '../queries/isoTime'
import { countAttempt, forgetAttempts, type AttemptRule } from '../store/attempts'
import { writeAudit } from '../store/auditStore'
import type { Queryable } from '../store/database'
import { findFactor, takeRecoveryCode, takeStep, type FactorRow } from '../store/secondFactors'
import { proveSession } from '../store/sessionList'

/** A code has a million values; five guesses in a quarter of an hour find none. */
const guessing: AttemptRule = { failuresMax: 5, withinMs: 15 * MINUTE_MS, lockMs: 15 * MINUTE_MS }

export function factorAttemptsOf(personId: PersonId): string {
  return `factor:${personId}`
}

/** 动态口令: at the moment when it is needed, for this session alone and for a while. */
export const proveSecondFactor: Handler<'proveSecondFactor'> = async (
  context,
  actor,
  { code },
  caller = {},
) => {
  const { database, countyId, now } = context
  const { personId } = actor
  const factor = await findFactor(database, countyId, personId)
  if (!factor || factor.confirmed_at === null) return refuse('factor.not-begun')
  const provenUntil = now() + sessionRules.provenForMs
  const wrong = await checkCode(context, actor, { code, factor, caller }, async (tx) => {
    if (caller.token) await proveSession(tx, countyId, { token: caller.token, until: provenUntil })
    await writeAudit(tx, countyId, [auditOf(context, actor, { act: 'factor.proved', caller })])
    return true
  })
  if (wrong) return wrong
  context.sessions.forget(personId)
  const left = (await findFactor(database, countyId, personId))?.codes_left ?? 0
  return { provenUntil: isoTime(provenUntil), recoveryCodesLeft: left }
}

type Check = { readonly code: string; readonly factor: FactorRow; readonly caller: Caller }
type Wrong = Refusal<'factor.locked' | 'factor.wrong-code'>

/** Takes the code and does what hangs on it together, so that one code opens one thing once. */
export async function checkCode(
  context: Context,
  actor: Actor,
  { code, factor, caller }: Check,
  then: (tx: Queryable) => Promise<boolean>,
): Promise<Wrong | undefined> {
  const counted = await countGuess(context, actor.personId)
  if (isRefusal(counted)) return counted
  const { database, countyId } = context
  const right = await database.transaction(
    async (tx) => (await takeCode(context, tx, { actor, code, factor })) && (await then(tx)),
  )
  if (right)
    return forgetAttempts(database, countyId, factorAttemptsOf(actor.personId)).then(
      () => undefined,
    )
  await context.audit.write(
    auditOf(context, actor, { act: 'factor.refused', outcome: 'refused', caller }),
  )
  return refuse('factor.wrong-code')
}

async function countGuess(
  { database, countyId, now }: Context,
  personId: PersonId,
): Promise<Refusal<'factor.locked'> | undefined> {
  const key = { subject: factorAttemptsOf(personId), address: '' }
  const attempt = await countAttempt(database, countyId, { key, rule: guessing, now: now() })
  return attempt.admitted ? undefined : refuse('factor.locked', { until: isoTime(attempt.until) })
}

type Taking = { readonly actor: Actor; readonly code: string; readonly factor: FactorRow }

async function takeCode(
  context: Context,
  tx: Queryable,
  { actor: { personId }, code, factor }: Taking,
): Promise<boolean> {
  const { countyId } = context
  const now = context.now()
  if (/^\d{6}$/.test(code)) {
    const step = findStep(openSealed(context, personId, factor.secret), code, now)
    return step !== undefined && takeStep(tx, countyId, { personId, step })
  }
  // A code on paper only stands in for a phone that was added.
  if (factor.confirmed_at === null) return false
  const codeHash = recoveryHash(context, personId, code)
  return takeRecoveryCode(tx, countyId, { personId, codeHash, now })
}
