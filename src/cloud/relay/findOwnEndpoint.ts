import { can, type Actor } from '@domain/access/actor'
import type { Permission } from '@domain/access/permissions'
import type { Context } from '../context'
import { findEndpoint, type Endpoint } from '../store/endpointStore'

/** The endpoint, if the actor holds the permission over all that it receives; else it is as if it were not there. */
export async function findOwnEndpoint(
  context: Context,
  actor: Actor,
  permission: Permission,
  endpointId: string,
): Promise<Endpoint | undefined> {
  const endpoint = await findEndpoint(context.database, context.countyId, endpointId)
  return endpoint && can(actor, permission, endpoint.areaCode) ? endpoint : undefined
}
