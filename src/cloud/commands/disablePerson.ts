import { holds } from '@domain/access/actor'
import { isRefusal, refuse } from '@domain/shared/refusal'
import { auditOf } from '../audit/auditOf'
import type { Handler } from '../handler'
import { isoTime } from '../queries/isoTime'
import { writeAudit } from '../store/auditStore'
import { expireCodesOf } from '../store/bindingCodes'
import { disableAccount, findTasksInHand } from '../store/peopleStore'
import { endSessionsOf } from '../store/sessions'
import { findManaged, managesAccounts } from './findManaged'

/** More than anybody has in hand; the count is exact beyond it. */
const TASKS_MAX = 100

/**
 * 停用: nothing opens the account from here on; other processes notice within the time they trust a session. Tasks stay
 * where they are and are answered, because only the hub knows whom to send instead.
 */
export const disablePerson: Handler<'disablePerson'> = async (context, actor, request, caller) => {
  const person = await findManaged(context, actor, request.account, managesAccounts)
  if (isRefusal(person)) return person
  const personId = person.person_id
  if (personId === actor.personId) return refuse('person.is-oneself')
  const { database, countyId } = context
  const now = context.now()
  const told = { act: 'account.disabled', caller } as const
  const disabledAt = await database.transaction(async (tx) => {
    await expireCodesOf(tx, countyId, { personId, now })
    const { reason } = request
    const at = await disableAccount(tx, countyId, { personId, by: actor.personId, reason, now })
    await endSessionsOf(tx, countyId, { personId, now })
    await writeAudit(tx, countyId, [
      auditOf(context, actor, { ...told, subject: person.account, details: { reason } }),
    ])
    return at
  })
  context.sessions.forget(personId)
  const { count, tasks } = await findTasksInHand(database, countyId, { personId, limit: TASKS_MAX })
  return {
    account: person.account,
    name: person.name,
    disabledAt: isoTime(disabledAt),
    openTasks: count,
    // Who makes accounts reads no matters, not even their numbers.
    matters: (holds(actor, 'person.manage') ? tasks : []).map(
      ({ matter_id: matterId, number }) => ({ matterId, number }),
    ),
  }
}
