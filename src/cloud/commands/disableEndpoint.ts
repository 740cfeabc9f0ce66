import { holds, type Actor } from '@domain/access/actor'
import { refuse } from '@domain/shared/refusal'
import { auditOf } from '../audit/auditOf'
import type { Context } from '../context'
import type { Handler } from '../handler'
import { viewEndpoint } from '../relay/endpointView'
import { findOwnEndpoint } from '../relay/findOwnEndpoint'
import { writeAudit } from '../store/auditStore'
import { abandonWaiting } from '../store/deliveryStore'
import { setEndpointDisabled, type Endpoint } from '../store/endpointStore'
import { holdFanOut } from '../store/outboxStore'

/** Again is the same. What still waited is abandoned at once and stays visible. */
export const disableEndpoint: Handler<'disableEndpoint'> = async (
  context,
  actor,
  { endpointId },
) => {
  if (!holds(actor, 'hub.manageEndpoints')) return refuse('access.not-permitted')
  const endpoint = await findOwnEndpoint(context, actor, 'hub.manageEndpoints', endpointId)
  if (!endpoint) return refuse('hub.endpoint-not-found')
  if (endpoint.disabledAt === null) await disable(context, actor, endpoint)
  return { endpoint: await viewEndpoint(context, endpoint) }
}

async function disable(context: Context, actor: Actor, endpoint: Endpoint): Promise<void> {
  const { countyId, endpointId, name } = endpoint
  const now = context.now()
  await context.database.transaction(async (tx) => {
    // Or a fan-out under way would give it deliveries after these were abandoned, and they would wait for ever.
    await holdFanOut(tx, countyId)
    await setEndpointDisabled(tx, { countyId, endpointId, now })
    await abandonWaiting(tx, { countyId, endpointId, now, answer: '接收地址已停用' })
    const told = { act: 'endpoint.disabled', subject: name, details: { endpointId } } as const
    await writeAudit(tx, countyId, [auditOf(context, actor, told)])
  })
}
