import { can } from '@domain/access/actor'
import { refuse } from '@domain/shared/refusal'
import { auditOf } from '../audit/auditOf'
import type { Handler } from '../handler'
import { viewAccount } from '../queries/listAccounts'
import { getAccountLine } from '../store/accountStore'
import { forgetAttempts } from '../store/attempts'
import { writeAudit } from '../store/auditStore'
import { findAccount } from '../store/peopleStore'
import { attemptsAt } from './checkPassword'
import { factorAttemptsOf } from './proveSecondFactor'

/** 解除锁定: whoever mistyped five times need not wait a quarter of an hour. */
export const unlockAccount: Handler<'unlockAccount'> = async (context, actor, request, caller) => {
  const { database, countyId, now } = context
  if (!can(actor, 'account.unlock', String(countyId))) return refuse('access.not-permitted')
  const person = await findAccount(database, countyId, request.account)
  if (!person) return refuse('person.not-found')
  const personId = person.person_id
  await database.transaction(async (tx) => {
    for (const subject of [attemptsAt(person.account), factorAttemptsOf(personId)])
      await forgetAttempts(tx, countyId, subject)
    await writeAudit(tx, countyId, [
      auditOf(context, actor, { act: 'account.unlocked', subject: person.account, caller }),
    ])
  })
  const line = await getAccountLine(database, countyId, { personId, now: now() })
  return { account: viewAccount(context, line) }
}
