import { can, holds, type Actor } from '@domain/access/actor'
import { refuse } from '@domain/shared/refusal'
import type { RequestOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { auditOf } from '../audit/auditOf'
import type { Context } from '../context'
import type { Handler } from '../handler'
import { addressPolicyOf, findAllowedAddresses } from '../relay/allowedAddresses'
import { endpointSecretHash, makeEndpointSecret } from '../relay/endpointSecret'
import { viewEndpoint } from '../relay/endpointView'
import { writeAudit } from '../store/auditStore'
import { findEndpoint, insertEndpoint, type Endpoint } from '../store/endpointStore'

type Request = RequestOf<Operations['registerEndpoint']>

/**
 * The secret is answered once. The same person's identical request gets the same answer again, secret and all, since
 * their first answer may have been lost on the way; anybody else's is another request with a used id.
 */
export const registerEndpoint: Handler<'registerEndpoint'> = async (context, actor, request) => {
  if (!holds(actor, 'hub.manageEndpoints')) return refuse('access.not-permitted')
  if (!can(actor, 'hub.manageEndpoints', request.areaCode))
    return refuse('access.outside-jurisdiction')
  const { database, countyId } = context
  const before = await findEndpoint(database, countyId, request.endpointId)
  if (!before) {
    const reason = await refusedAddress(context, request.url)
    if (reason) return refuse('hub.address-not-allowed', { reason })
    await insert(context, actor, request)
  }
  const endpoint = before ?? (await findEndpoint(database, countyId, request.endpointId))
  if (!endpoint || !isSame(endpoint, actor, request)) return refuse('command.id-reused')
  return { endpoint: await viewEndpoint(context, endpoint), secret: endpoint.secret }
}

async function refusedAddress(context: Context, url: string | null): Promise<string | undefined> {
  if (url === null) return undefined
  const found = await findAllowedAddresses(url, addressPolicyOf(context.settings))
  return 'refused' in found ? found.refused : undefined
}

async function insert(context: Context, actor: Actor, request: Request): Promise<void> {
  const secret = makeEndpointSecret()
  const { countyId } = context
  const { endpointId, name, areaCode } = request
  const details = { endpointId, areaCode }
  const told = auditOf(context, actor, { act: 'endpoint.made', subject: name, details })
  await context.database.transaction(async (tx) => {
    await insertEndpoint(tx, {
      ...request,
      kinds: request.kinds ?? null,
      countyId,
      secret,
      secretHash: endpointSecretHash(secret),
      createdBy: actor.personId,
      createdAt: context.now(),
    })
    await writeAudit(tx, countyId, [told])
  })
}

/** What it receives may have been changed since, so the kinds are not compared. */
function isSame(endpoint: Endpoint, actor: Actor, { name, areaCode, url }: Request): boolean {
  return (
    endpoint.createdBy === actor.personId &&
    endpoint.name === name &&
    endpoint.areaCode === areaCode &&
    endpoint.url === url
  )
}
