import type { PersonId } from '@domain/shared/ids'
import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { Context } from '../context'
import { isoTime } from '../queries/isoTime'
import { viewPerson } from '../queries/whoAmI'

/** What whoever has just shown who they are is answered. */
export async function beginSession(
  context: Context,
  personId: PersonId,
): Promise<ResponseOf<Operations['signIn']>> {
  const { token, expiresAt, actor } = await context.sessions.begin(personId, context.now())
  return { token, expiresAt: isoTime(expiresAt), person: viewPerson(context, actor) }
}
