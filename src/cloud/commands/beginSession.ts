import type { PersonId } from '@domain/shared/ids'
import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { Context } from '../context'
import type { Caller } from '../handler'
import { isoTime } from '../queries/isoTime'
import { viewPerson } from '../queries/whoAmI'
import type { SessionHow } from '../store/sessions'

type Begun = { readonly caller: Caller; readonly how: SessionHow }

/** What whoever has just shown who they are is answered. */
export async function beginSession(
  context: Context,
  personId: PersonId,
  { caller, how }: Begun,
): Promise<ResponseOf<Operations['signIn']>> {
  const opening = { how, address: caller.address }
  const { token, expiresAt, actor } = await context.sessions.begin(personId, context.now(), opening)
  return { token, expiresAt: isoTime(expiresAt), person: viewPerson(context, actor) }
}
