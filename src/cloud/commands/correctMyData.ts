import { keepsOwnAccount } from '@domain/access/actor'
import { refuse } from '@domain/shared/refusal'
import type { Handler } from '../handler'
import { viewMyData } from '../queries/readMyData'
import { correctPerson } from '../store/myDataStore'

/** 更正: whoever made the account by signing in says themselves what they are called. */
export const correctMyData: Handler<'correctMyData'> = async (context, actor, request) => {
  if (!keepsOwnAccount(actor)) return refuse('person.managed-by-county')
  const { personId } = actor
  await correctPerson(context.database, context.countyId, { personId, ...request })
  context.sessions.forget(personId)
  return { data: await viewMyData(context, actor) }
}
