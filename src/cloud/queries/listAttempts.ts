import { holds } from '@domain/access/actor'
import { refuse } from '@domain/shared/refusal'
import type { Handler } from '../handler'
import { findOwnEndpoint } from '../relay/findOwnEndpoint'
import { readAttempts } from '../store/deliveryStore'
import { isoTime } from './isoTime'

/** A delivery that was replayed again and again has more; the latest tell what is wrong. */
export const ATTEMPTS_SHOWN_MAX = 50

/** Of a delivery that is not this endpoint's there are none. */
export const listAttempts: Handler<'listAttempts'> = async (context, actor, request) => {
  if (!holds(actor, 'hub.operate')) return refuse('access.not-permitted')
  const { endpointId, deliveryId: messageId } = request
  const endpoint = await findOwnEndpoint(context, actor, 'hub.operate', endpointId)
  if (!endpoint) return refuse('hub.endpoint-not-found')
  const { database, countyId } = context
  const key = { countyId, endpointId, messageId, limit: ATTEMPTS_SHOWN_MAX }
  const attempts = await readAttempts(database, key)
  return {
    items: attempts.map((attempt) => ({ ...attempt, finishedAt: isoTime(attempt.finishedAt) })),
  }
}
