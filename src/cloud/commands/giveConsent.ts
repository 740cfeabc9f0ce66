import { refuse } from '@domain/shared/refusal'
import { CONSENT_VERSION } from '@contract/api/myData'
import type { Handler } from '../handler'
import { viewMyData } from '../queries/readMyData'
import { writeConsent } from '../store/myDataStore'

/** 同意: to the words that are in force, with the time. */
export const giveConsent: Handler<'giveConsent'> = async (context, actor, { version }) => {
  if (version !== CONSENT_VERSION)
    return refuse('consent.wrong-version', { version: CONSENT_VERSION })
  const { database, countyId } = context
  const consent = { personId: actor.personId, version, given: true, at: context.now() }
  await database.transaction((tx) => writeConsent(tx, countyId, consent))
  context.sessions.forget(actor.personId)
  return { data: await viewMyData(context, actor) }
}
