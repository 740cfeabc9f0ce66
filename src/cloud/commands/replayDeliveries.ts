import { holds } from '@domain/access/actor'
import { refuse } from '@domain/shared/refusal'
import type { Context } from '../context'
import type { Handler } from '../handler'
import { findOwnEndpoint } from '../relay/findOwnEndpoint'
import { hasDelivery, replayAbandoned } from '../store/deliveryStore'

/** More than this is replayed by asking again. */
const REPLAY_MAX = 10_000

/** One that is no longer abandoned is not sent twice: it counts as none replayed. */
export const replayDeliveries: Handler<'replayDeliveries'> = async (context, actor, request) => {
  if (!holds(actor, 'hub.manageEndpoints')) return refuse('access.not-permitted')
  const { endpointId, deliveryId } = request
  const endpoint = await findOwnEndpoint(context, actor, 'hub.manageEndpoints', endpointId)
  // A disabled one is sent nothing, so its deliveries would only wait.
  if (!endpoint || endpoint.disabledAt !== null) return refuse('hub.endpoint-not-found')
  if (deliveryId !== undefined && !(await isDelivery(context, endpointId, deliveryId)))
    return refuse('hub.delivery-not-found')
  const replayed = await replayAbandoned(context.database, {
    countyId: context.countyId,
    endpointId,
    messageId: deliveryId,
    now: context.now(),
    limit: REPLAY_MAX,
  })
  context.wake.notify('outbox')
  return { replayed }
}

async function isDelivery(
  context: Context,
  endpointId: string,
  deliveryId: string,
): Promise<boolean> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(deliveryId)) return false
  const { database, countyId } = context
  return hasDelivery(database, { countyId, endpointId, messageId: deliveryId })
}
