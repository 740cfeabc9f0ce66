import { can } from '@domain/access/actor'
import { refuse } from '@domain/shared/refusal'
import { auditOf } from '../audit/auditOf'
import type { Handler } from '../handler'
import { viewAccount } from '../queries/listAccounts'
import { getAccountLine, insertPerson } from '../store/accountStore'
import { writeAudit } from '../store/auditStore'
import { findAccount } from '../store/peopleStore'

/** 新建账号: a person without any post, who can do nothing yet. What they may do is somebody else's to say. */
export const makeAccount: Handler<'makeAccount'> = async (context, actor, request, caller) => {
  const { database, countyId, now } = context
  if (!can(actor, 'account.make', String(countyId))) return refuse('access.not-permitted')
  const { personId, account, name, phone = '' } = request
  await database.transaction(async (tx) => {
    if (!(await insertPerson(tx, countyId, { personId, account, name, phone }))) return
    await writeAudit(tx, countyId, [
      auditOf(context, actor, { act: 'account.made', subject: account, caller }),
    ])
  })
  const made = await findAccount(database, countyId, account)
  if (!made) return refuse('command.id-reused')
  if (made.person_id !== personId) return refuse('account.taken')
  const line = await getAccountLine(database, countyId, { personId, now: now() })
  return { account: viewAccount(context, line) }
}
