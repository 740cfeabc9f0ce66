import type { PersonId } from '@domain/shared/ids'
import { refuse, type Refusal } from '@domain/shared/refusal'
import type { ProblemCode } from '@contract/problems'
import type { Context } from '../context'
import type { OpenHandler } from '../handler'
import { isRefusedThere } from '../signOn/signOn'
import { findAccount } from '../store/peopleStore'
import { keepSignOn, takeSignOn } from '../store/signOns'
import { hasConsolePost } from './checkPassword'

/** 统一登录: the state goes to the browser as well, which takes back only what it asked for itself. */
export const beginSignOn: OpenHandler<'beginSignOn'> = async (context) => {
  const { database, countyId, signOn, now } = context
  if (!signOn) return refuse('sign-on.not-configured')
  const begun = await signOn.begin().catch((error: unknown) => {
    context.log.warn({ err: error }, 'the single sign-on could not be asked')
    return undefined
  })
  if (!begun) return refuse('sign-on.unreachable')
  if (!(await keepSignOn(database, countyId, { ...begun, now: now() })))
    return refuse('server.busy')
  return { url: begun.url, state: begun.state }
}

type Back = { readonly code: string; readonly state: string; readonly issuer?: string | undefined }

/**
 * An account that is there already and has business at the console, or nobody: whoever the other system vouches for is
 * never given a post by it.
 */
export async function identifyBySignOn(
  context: Context,
  { code, state, issuer }: Back,
): Promise<PersonId | Refusal<ProblemCode>> {
  const { database, countyId, signOn, now } = context
  if (!signOn) return refuse('sign-on.not-configured')
  const begun = await takeSignOn(database, countyId, { state, now: now() })
  if (!begun) return refuse('sign-on.failed')
  const account = await signOn.finish({ code, state, issuer, ...begun }).catch((error: unknown) => {
    context.log.warn({ err: error }, 'a single sign-on did not succeed')
    return refuse(isRefusedThere(error) ? 'sign-on.failed' : 'sign-on.unreachable')
  })
  if (typeof account === 'object') return account
  const person = account === undefined ? undefined : await findAccount(database, countyId, account)
  if (!person || !hasConsolePost(person)) return refuse('sign-on.unknown-person')
  return person.disabled_at === null ? person.person_id : refuse('access.disabled')
}
