import { keepsOwnAccount } from '@domain/access/actor'
import { refuse } from '@domain/shared/refusal'
import { auditOf } from '../audit/auditOf'
import type { Handler } from '../handler'
import { viewMyData } from '../queries/readMyData'
import { writeAudit } from '../store/auditStore'
import { correctPerson } from '../store/myDataStore'

/** 更正: whoever made the account by signing in says themselves what they are called. */
export const correctMyData: Handler<'correctMyData'> = async (context, actor, request) => {
  if (!keepsOwnAccount(actor)) return refuse('person.managed-by-county')
  const { personId } = actor
  const { database, countyId } = context
  await database.transaction(async (tx) => {
    await correctPerson(tx, countyId, { personId, ...request })
    await writeAudit(tx, countyId, [auditOf(context, actor, { act: 'account.corrected' })])
  })
  context.sessions.forget(personId)
  return { data: await viewMyData(context, actor) }
}
