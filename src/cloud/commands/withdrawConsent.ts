import { keepsOwnAccount } from '@domain/access/actor'
import { refuse } from '@domain/shared/refusal'
import { CONSENT_VERSION } from '@contract/api/myData'
import type { Handler } from '../handler'
import { viewMyData } from '../queries/readMyData'
import { writeConsent } from '../store/myDataStore'

/** 撤回同意: what was reported before is finished; nothing new is taken until they agree again. Staff work under other law. */
export const withdrawConsent: Handler<'withdrawConsent'> = async (context, actor) => {
  if (!keepsOwnAccount(actor)) return refuse('person.managed-by-county')
  const { database, countyId } = context
  const { personId } = actor
  const consent = { personId, version: CONSENT_VERSION, given: false, at: context.now() }
  await database.transaction((tx) => writeConsent(tx, countyId, consent))
  context.sessions.forget(personId)
  return { data: await viewMyData(context, actor) }
}
