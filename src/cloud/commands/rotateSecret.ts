import type { Actor } from '@domain/access/actor'
import { DAY_MS } from '@domain/shared/instant'
import { isRefusal } from '@domain/shared/refusal'
import type { RequestOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { auditOf } from '../audit/auditOf'
import type { Context } from '../context'
import type { Handler } from '../handler'
import { endpointSecretHash, makeEndpointSecret } from '../relay/endpointSecret'
import { viewEndpoint } from '../relay/endpointView'
import { findManagedEndpoint } from '../relay/findManagedEndpoint'
import { writeAudit } from '../store/auditStore'
import type { Queryable } from '../store/database'
import { findEndpoint, replaceSecret, type Endpoint } from '../store/endpointStore'

type Request = RequestOf<Operations['rotateSecret']>

/** Time to bring the new secret to the other side without a gap. */
export const ROTATION_GRACE_MS = DAY_MS

/** The same request again is answered with the same secret: the first answer may have been lost on the way. */
export const rotateSecret: Handler<'rotateSecret'> = async (context, actor, request) => {
  const before = await findManagedEndpoint(context, actor, request.endpointId)
  if (isRefusal(before)) return before
  await context.database.transaction((tx) => replace(context, tx, actor, before, request))
  const { database, countyId } = context
  const after = await findEndpoint(database, countyId, request.endpointId)
  if (!after) throw new Error('An endpoint that was just found has no row')
  return { endpoint: await viewEndpoint(context, after), secret: after.secret }
}

async function replace(
  context: Context,
  tx: Queryable,
  actor: Actor,
  { countyId, endpointId, name }: Endpoint,
  { commandId: secretId, endPrevious }: Request,
): Promise<void> {
  const secret = makeEndpointSecret()
  const replaced = await replaceSecret(tx, {
    countyId,
    endpointId,
    secretId,
    secret,
    secretHash: endpointSecretHash(secret),
    previousUntil: context.now() + (endPrevious ? 0 : ROTATION_GRACE_MS),
  })
  if (!replaced) return
  const details = { endpointId, endPrevious }
  await writeAudit(tx, countyId, [
    auditOf(context, actor, { act: 'endpoint.secret', subject: name, details }),
  ])
}
