import { can } from '@domain/access/actor'
import { sessionRules } from '@domain/access/sessionRules'
import { isRefusal, refuse, type Refusal } from '@domain/shared/refusal'
import type { ProblemCode } from '@contract/problems'
import { factorUri, newFactorSecret } from '../accounts/oneTimeCode'
import { newRecoveryCodes, recoveryHash } from '../accounts/recoveryCodes'
import { sealSecret } from '../accounts/sealSecret'
import { auditOf } from '../audit/auditOf'
import type { Context } from '../context'
import type { Caller, Handler } from '../handler'
import { isoTime } from '../queries/isoTime'
import { writeAudit } from '../store/auditStore'
import { findAccount, findOwnAccount } from '../store/peopleStore'
import { beginFactor, confirmFactor, findFactor, removeFactor } from '../store/secondFactors'
import { endSessionsOf } from '../store/sessions'
import { proveSession } from '../store/sessionList'
import { checkPassword } from './checkPassword'
import { checkCode } from './proveSecondFactor'

export const readSecondFactor: Handler<'readSecondFactor'> = async (context, { personId }) => {
  const { database, countyId } = context
  const factor = await findFactor(database, countyId, personId)
  const account = await findOwnAccount(database, countyId, personId)
  return {
    enrolled: factor !== undefined && factor.confirmed_at !== null,
    needsPassword: account?.has_password ?? false,
    recoveryCodesLeft: factor?.codes_left ?? 0,
  }
}

/** Asks for the password once more: whoever finds a console open does not add a phone of their own. */
export const beginSecondFactor: Handler<'beginSecondFactor'> = async (
  context,
  actor,
  { password = '' },
  caller = {},
) => {
  const { database, countyId, now } = context
  const { personId } = actor
  const own = await findOwnAccount(database, countyId, personId)
  if (!own) return refuse('access.session-ended')
  const wrong = own.has_password && (await refusedPassword(context, caller, { ...own, password }))
  if (wrong) return wrong
  const secret = newFactorSecret()
  const sealed = sealSecret(context, personId, secret)
  const begun = await beginFactor(database, countyId, { personId, secret: sealed, now: now() })
  return begun ? { uri: factorUri(own.account, secret), secret } : refuse('factor.exists')
}

async function refusedPassword(
  context: Context,
  caller: Caller,
  attempt: { account: string; password: string },
): Promise<Refusal<ProblemCode> | undefined> {
  const row = await checkPassword(context, caller, attempt)
  return isRefusal(row) ? row : undefined
}

/** The ten codes are shown once; only hashes are kept. */
export const confirmSecondFactor: Handler<'confirmSecondFactor'> = async (
  context,
  actor,
  { code },
  caller = {},
) => {
  const { database, countyId, now } = context
  const { personId } = actor
  const factor = await findFactor(database, countyId, personId)
  if (!factor) return refuse('factor.not-begun')
  if (factor.confirmed_at !== null) return refuse('factor.exists')
  const recoveryCodes = newRecoveryCodes()
  const codeHashes = recoveryCodes.map((one) => recoveryHash(context, personId, one))
  const provenUntil = now() + sessionRules.provenForMs
  const { token } = caller
  const wrong = await checkCode(context, actor, { code, factor, caller }, async (tx) => {
    if (!(await confirmFactor(tx, countyId, { personId, codeHashes, now: now() }))) return false
    if (token) await proveSession(tx, countyId, { token, until: provenUntil })
    await writeAudit(tx, countyId, [auditOf(context, actor, { act: 'factor.set', caller })])
    return true
  })
  if (wrong) return wrong
  context.sessions.forget(personId)
  return { recoveryCodes, provenUntil: token ? isoTime(provenUntil) : null }
}

/** 手机丢了: by the security administrator, never for oneself. All sessions end with it. */
export const resetSecondFactor: Handler<'resetSecondFactor'> = async (
  context,
  actor,
  request,
  caller,
) => {
  const { database, countyId, now } = context
  if (!can(actor, 'account.unlock', String(countyId))) return refuse('access.not-permitted')
  const person = await findAccount(database, countyId, request.account)
  if (!person) return refuse('person.not-found')
  const { person_id: personId, account: subject } = person
  if (personId === actor.personId) return refuse('post.of-oneself')
  const told = auditOf(context, actor, { act: 'factor.reset', subject, caller })
  const reset = await database.transaction(async (tx) => {
    const removed = await removeFactor(tx, countyId, personId)
    if (removed) await writeAudit(tx, countyId, [told])
    if (removed) await endSessionsOf(tx, countyId, { personId, now: now() })
    return removed
  })
  context.sessions.forget(personId)
  return { reset }
}
