import { holds } from '@domain/access/actor'
import { DAY_MS } from '@domain/shared/instant'
import { refuse } from '@domain/shared/refusal'
import type { Handler } from '../handler'
import { endpointSecretHash, makeEndpointSecret } from '../relay/endpointSecret'
import { viewEndpoint } from '../relay/endpointView'
import { findOwnEndpoint } from '../relay/findOwnEndpoint'
import { replaceSecret } from '../store/endpointStore'

/** Time to bring the new secret to the other side without a gap. */
export const ROTATION_GRACE_MS = DAY_MS

/** The same request again is answered with the same secret: the first answer may have been lost on the way. */
export const rotateSecret: Handler<'rotateSecret'> = async (context, actor, request) => {
  if (!holds(actor, 'hub.manageEndpoints')) return refuse('access.not-permitted')
  const { endpointId, commandId, endPrevious } = request
  const find = () => findOwnEndpoint(context, actor, 'hub.manageEndpoints', endpointId)
  const before = await find()
  if (!before || before.disabledAt !== null) return refuse('hub.endpoint-not-found')
  const { database, countyId } = context
  const secret = makeEndpointSecret()
  await replaceSecret(database, {
    countyId,
    endpointId,
    secretId: commandId,
    secret,
    secretHash: endpointSecretHash(secret),
    previousUntil: context.now() + (endPrevious ? 0 : ROTATION_GRACE_MS),
  })
  const after = await find()
  if (!after) throw new Error('An endpoint that was just found has no row')
  return { endpoint: await viewEndpoint(context, after), secret: after.secret }
}
