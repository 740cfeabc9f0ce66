import { holds } from '@domain/access/actor'
import { refuse } from '@domain/shared/refusal'
import { auditOf } from '../audit/auditOf'
import type { Handler } from '../handler'
import { viewEndpoint } from '../relay/endpointView'
import { findOwnEndpoint } from '../relay/findOwnEndpoint'
import { writeAudit } from '../store/auditStore'
import { setKinds } from '../store/endpointStore'

/** What is already on its way is delivered; a hub that pulls sees the new choice at once, also of what it has not read. */
export const changeSubscription: Handler<'changeSubscription'> = async (
  context,
  actor,
  request,
) => {
  if (!holds(actor, 'hub.manageEndpoints')) return refuse('access.not-permitted')
  const { endpointId, before, kinds } = request
  const endpoint = await findOwnEndpoint(context, actor, 'hub.manageEndpoints', endpointId)
  if (!endpoint || endpoint.disabledAt !== null) return refuse('hub.endpoint-not-found')
  const { database, countyId } = context
  if (!(await setKinds(database, { countyId, endpointId, before, kinds })))
    return refuse('hub.subscription-changed')
  const details = { endpointId, kinds: kinds?.join(' ') ?? 'all' }
  const told = auditOf(context, actor, { act: 'endpoint.kinds', subject: endpoint.name, details })
  await writeAudit(database, countyId, [told])
  return { endpoint: await viewEndpoint(context, endpoint) }
}
