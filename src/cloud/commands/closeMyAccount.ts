import { keepsOwnAccount } from '@domain/access/actor'
import { refuse } from '@domain/shared/refusal'
import { auditOf } from '../audit/auditOf'
import type { Handler } from '../handler'
import { isoTime } from '../queries/isoTime'
import { writeAudit } from '../store/auditStore'
import { expireCodesOf } from '../store/bindingCodes'
import { forgetHoldingsOf } from '../store/holdingStore'
import { closeAccount } from '../store/myDataStore'
import { endSessionsOf } from '../store/sessions'

/**
 * 注销: the name, telephone and WeChat id are gone at once and for good; matters go on, reported by 已注销, and the
 * history keeps its ids. Whoever signs in by the same WeChat afterwards is somebody new. Sent again, it finds the session
 * ended, which is what was asked for.
 */
export const closeMyAccount: Handler<'closeMyAccount'> = async (context, actor, { confirmed }) => {
  if (!keepsOwnAccount(actor)) return refuse('person.managed-by-county')
  if (!confirmed) return refuse('person.confirm-close')
  const { database, countyId } = context
  const { personId } = actor
  const now = context.now()
  await database.transaction(async (tx) => {
    await expireCodesOf(tx, countyId, { personId, now })
    await forgetHoldingsOf(tx, countyId, personId)
    await closeAccount(tx, countyId, { personId, now })
    await endSessionsOf(tx, countyId, { personId, now })
    await writeAudit(tx, countyId, [auditOf(context, actor, { act: 'account.closed' })])
  })
  context.sessions.forget(personId)
  return { closedAt: isoTime(now) }
}
