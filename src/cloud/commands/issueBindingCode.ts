import { DAY_MS } from '@domain/shared/instant'
import { isRefusal, refuse } from '@domain/shared/refusal'
import { auditOf } from '../audit/auditOf'
import type { Handler } from '../handler'
import { isoTime } from '../queries/isoTime'
import { writeAudit } from '../store/auditStore'
import { addBindingCode } from '../store/bindingCodes'
import { bindingCodeHash, bindingCodeOf } from './bindingCode'
import { findManaged, managesAccounts } from './findManaged'

const CODE_LIFE_MS = 7 * DAY_MS

/** 发绑定码: for the worker's own hands. A code given out before it to the same person is good no longer. */
export const issueBindingCode: Handler<'issueBindingCode'> = async (
  context,
  actor,
  request,
  caller,
) => {
  const person = await findManaged(context, actor, request.account, managesAccounts)
  if (isRefusal(person)) return person
  if (person.disabled_at !== null) return refuse('access.disabled')
  const { database, countyId } = context
  const now = context.now()
  const code = bindingCodeOf(context, request.commandId, person.person_id)
  const told = auditOf(context, actor, { act: 'code.issued', subject: person.account, caller })
  const row = await database.transaction(async (tx) => {
    await writeAudit(tx, countyId, [told])
    return addBindingCode(tx, countyId, {
      commandId: request.commandId,
      codeHash: bindingCodeHash(context, code),
      personId: person.person_id,
      issuedBy: actor.personId,
      now,
      expiresAt: now + CODE_LIFE_MS,
    })
  })
  if (row.person_id !== person.person_id || row.issued_by !== actor.personId)
    return refuse('command.id-reused')
  return { code, account: person.account, name: person.name, expiresAt: isoTime(row.expires_at) }
}
