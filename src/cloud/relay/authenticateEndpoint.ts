import type { Context } from '../context'
import { findEndpointBySecretHash, type Endpoint } from '../store/endpointStore'
import { endpointSecretHash } from './endpointSecret'

/** The hub whose secret this is, or was until a moment ago; undefined for a wrong token and for one that has been disabled. */
export async function authenticateEndpoint(
  context: Context,
  token: string | undefined,
): Promise<Endpoint | undefined> {
  if (!token) return undefined
  const { database, countyId } = context
  const endpoint = await findEndpointBySecretHash(database, {
    countyId,
    secretHash: endpointSecretHash(token),
    now: context.now(),
  })
  return endpoint?.disabledAt === null ? endpoint : undefined
}
