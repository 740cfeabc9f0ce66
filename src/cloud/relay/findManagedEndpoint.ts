import { holds, type Actor } from '@domain/access/actor'
import { refuse, type Refusal } from '@domain/shared/refusal'
import type { Context } from '../context'
import type { Endpoint } from '../store/endpointStore'
import { findOwnEndpoint } from './findOwnEndpoint'

type Refused = Refusal<'access.not-permitted' | 'hub.endpoint-not-found'>

/** One that is in use and that the actor may change. A disabled one is sent nothing any more, so nothing is done to it. */
export async function findManagedEndpoint(
  context: Context,
  actor: Actor,
  endpointId: string,
): Promise<Endpoint | Refused> {
  if (!holds(actor, 'hub.manageEndpoints')) return refuse('access.not-permitted')
  const endpoint = await findOwnEndpoint(context, actor, 'hub.manageEndpoints', endpointId)
  if (!endpoint || endpoint.disabledAt !== null) return refuse('hub.endpoint-not-found')
  return endpoint
}
