import { refuse } from '@domain/shared/refusal'
import type { OpenHandler } from '../handler'
import { authenticateEndpoint } from '../relay/authenticateEndpoint'
import { parseCursor, writeCursor } from '../relay/pullCursor'
import {
  advanceAcknowledged,
  isSettled,
  readAcknowledged,
  type Endpoint,
} from '../store/endpointStore'

/** Answers with where the hub now stands; an older cursor that comes late changes nothing. */
export const acknowledgeEvents: OpenHandler<'acknowledgeEvents'> = async (
  context,
  caller,
  request,
) => {
  const endpoint = await authenticateEndpoint(context, caller.token)
  if (!endpoint) return refuse('access.not-signed-in')
  const { database } = context
  const to = parseEither(request.cursor, endpoint)
  // Ahead of all that is settled lies a cursor from before the database was put back to a backup.
  if (!to || !(await isSettled(database, to))) return refuse('hub.cursor-invalid')
  await advanceAcknowledged(database, { ...endpoint, to, now: context.now() })
  return { cursor: writeCursor(await readAcknowledged(database, endpoint), endpoint.secret) }
}

/** A cursor that was given out just before the secret changed is as good as one of after. */
function parseEither(cursor: string, { secret, previousSecret }: Endpoint) {
  return (
    parseCursor(cursor, secret) ??
    (previousSecret ? parseCursor(cursor, previousSecret) : undefined)
  )
}
