import { isRefusal, refuse } from '@domain/shared/refusal'
import type { Context } from '../context'
import type { Handler } from '../handler'
import { findManagedEndpoint } from '../relay/findManagedEndpoint'
import { hasDelivery, replayAbandoned } from '../store/deliveryStore'

/** More than this is replayed by asking again. */
const REPLAY_MAX = 10_000

/** One that is no longer abandoned is not sent twice: it counts as none replayed. */
export const replayDeliveries: Handler<'replayDeliveries'> = async (context, actor, request) => {
  const { endpointId, deliveryId } = request
  const endpoint = await findManagedEndpoint(context, actor, endpointId)
  if (isRefusal(endpoint)) return endpoint
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
