import type { Context } from '../context'
import type { OpenHandler } from '../handler'

export const signOut: OpenHandler<'signOut'> = async (context, { token, address }) => {
  const how = token && (await context.sessions.end(token, context.now(), address))
  const endUrl = how === 'signOn' ? await findEndUrl(context) : undefined
  return { signedOut: true, ...(endUrl === undefined ? {} : { endUrl }) }
}

/** Signed out here in any case; there only if it answers. */
async function findEndUrl({ signOn, log }: Context): Promise<string | undefined> {
  return signOn?.endUrl().catch((error: unknown) => {
    log.warn({ err: error }, 'the single sign-on could not be asked')
    return undefined
  })
}
