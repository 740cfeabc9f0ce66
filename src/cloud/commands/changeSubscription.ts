import { isRefusal, refuse } from '@domain/shared/refusal'
import { auditOf } from '../audit/auditOf'
import type { Handler } from '../handler'
import { viewEndpoint } from '../relay/endpointView'
import { findManagedEndpoint } from '../relay/findManagedEndpoint'
import { writeAudit } from '../store/auditStore'
import { setKinds } from '../store/endpointStore'

/** What is already on its way is delivered; a hub that pulls sees the new choice at once, also of what it has not read. */
export const changeSubscription: Handler<'changeSubscription'> = async (
  context,
  actor,
  request,
) => {
  const { endpointId, before, kinds } = request
  const endpoint = await findManagedEndpoint(context, actor, endpointId)
  if (isRefusal(endpoint)) return endpoint
  const { database, countyId } = context
  const details = { endpointId, kinds: kinds?.join(' ') ?? 'all' }
  const told = auditOf(context, actor, { act: 'endpoint.kinds', subject: endpoint.name, details })
  const changed = await database.transaction(async (tx) => {
    const set = await setKinds(tx, { countyId, endpointId, before, kinds })
    if (set) await writeAudit(tx, countyId, [told])
    return set
  })
  return changed
    ? { endpoint: await viewEndpoint(context, endpoint) }
    : refuse('hub.subscription-changed')
}
