import { MINUTE_MS } from '@domain/shared/instant'
import { refuse } from '@domain/shared/refusal'
import { PAGE_LIMIT_MAX } from '@contract/shapes'
import type { OpenHandler } from '../handler'
import { authenticateEndpoint } from '../relay/authenticateEndpoint'
import { writeCursor } from '../relay/pullCursor'
import { noteAsked, readAcknowledged } from '../store/endpointStore'
import { readFeed } from '../store/outboxStore'

const NOTE_EVERY_MS = MINUTE_MS

/** The bearer token is the endpoint's secret, so no person has signed in: the hub itself asks. */
export const pullEvents: OpenHandler<'pullEvents'> = async (context, caller, request) => {
  const endpoint = await authenticateEndpoint(context, caller.token)
  if (!endpoint) return refuse('access.not-signed-in')
  const { countyId, endpointId, secret } = endpoint
  const limit = request.limit ?? PAGE_LIMIT_MAX
  const { database } = context
  await noteAsked(database, { countyId, endpointId, now: context.now(), every: NOTE_EVERY_MS })
  const after = await readAcknowledged(database, endpoint)
  const { items, horizon } = await readFeed(database, { countyId, endpointId, after, limit })
  // A page that is not full has seen all there is: its cursor moves past other townships' events, or each pull of a
  // quiet township would read the county's whole day again.
  const last = items.length < limit ? undefined : items.at(-1)
  return { events: items.map((item) => item.payload), cursor: writeCursor(last ?? horizon, secret) }
}
