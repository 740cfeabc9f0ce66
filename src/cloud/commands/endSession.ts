import { can } from '@domain/access/actor'
import { refuse } from '@domain/shared/refusal'
import { auditOf } from '../audit/auditOf'
import type { Handler } from '../handler'
import { writeAudit } from '../store/auditStore'
import { endSessionById, findSessionOwner } from '../store/sessionList'

/** Other processes notice within the time they trust a token. */
export const endSession: Handler<'endSession'> = async (context, actor, request, caller) => {
  const { database, countyId, now } = context
  const { sessionId } = request
  const owner = await findSessionOwner(database, countyId, sessionId)
  const mayEnd =
    owner?.person_id === actor.personId || can(actor, 'account.unlock', String(countyId))
  if (!owner || !mayEnd) return refuse('session.not-found')
  await database.transaction(async (tx) => {
    if (!(await endSessionById(tx, countyId, { sessionId, now: now() }))) return
    const told = { act: 'session.cut', subject: owner.account, caller } as const
    await writeAudit(tx, countyId, [auditOf(context, actor, told)])
  })
  context.sessions.forget(owner.person_id)
  return { ended: true }
}
