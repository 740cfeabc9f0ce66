import type { Actor } from '@domain/access/actor'
import type { PersonId } from '@domain/shared/ids'
import { MINUTE_MS } from '@domain/shared/instant'
import { isRefusal, refuse, type Refusal } from '@domain/shared/refusal'
import type { ProblemCode } from '@contract/problems'
import { auditOf } from '../audit/auditOf'
import type { Context } from '../context'
import type { Handler } from '../handler'
import { isoTime } from '../queries/isoTime'
import { countAttempt, forgetAttempts, type AttemptRule } from '../store/attempts'
import { writeAudit } from '../store/auditStore'
import { findCodeState, takeBindingCode } from '../store/bindingCodes'
import type { Queryable } from '../store/database'
import { lockOpenidOf, moveOpenid } from '../store/peopleStore'
import { endSessionsOf } from '../store/sessions'
import { beginSession } from './beginSession'
import { bindingCodeHash } from './bindingCode'

const rule: AttemptRule = { failuresMax: 5, withinMs: 15 * MINUTE_MS, lockMs: 15 * MINUTE_MS }

/**
 * 绑定: the phone in this hand becomes the phone of the imported person. The resident that signing in by WeChat made of
 * it stays behind without an openid: what was reported as that resident stays theirs, with its history and points, since
 * nobody may become the reporter of a matter afterwards.
 */
export const bindAccount: Handler<'bindAccount'> = async (
  context,
  actor,
  { code },
  caller = {},
) => {
  const { database, countyId } = context
  const subject = `binding:${actor.personId}`
  const now = context.now()
  const key = { subject, address: '' }
  const attempt = await countAttempt(database, countyId, { key, rule, now })
  if (!attempt.admitted)
    return refuse('binding.too-many-attempts', { until: isoTime(attempt.until) })
  const codeHash = bindingCodeHash(context, code)
  const bound = await database.transaction((tx) => bind(context, tx, actor, codeHash))
  if (isRefusal(bound)) return bound
  await forgetAttempts(database, countyId, subject)
  for (const personId of [actor.personId, bound]) context.sessions.forget(personId)
  return beginSession(context, bound, { caller, how: 'wechat' })
}

/** A phone that was bound before, perhaps lost, is signed out as well. */
async function bind(
  context: Context,
  tx: Queryable,
  actor: Actor,
  codeHash: Buffer,
): Promise<PersonId | Refusal<ProblemCode>> {
  const { countyId } = context
  const now = context.now()
  const openid = await lockOpenidOf(tx, countyId, actor.personId)
  if (openid === undefined) return refuse('binding.needs-wechat')
  const to = await takeBindingCode(tx, countyId, { codeHash, usedBy: actor.personId, now })
  if (to === undefined) return refuse(refusalOf[await findCodeState(tx, countyId, codeHash)])
  await moveOpenid(tx, countyId, { openid, from: actor.personId, to })
  for (const personId of [actor.personId, to]) await endSessionsOf(tx, countyId, { personId, now })
  const told = auditOf(context, actor, { act: 'account.bound', details: { to } })
  await writeAudit(tx, countyId, [told])
  return to
}

const refusalOf = {
  unknown: 'binding.code-unknown',
  used: 'binding.code-used',
  expired: 'binding.code-expired',
} as const
