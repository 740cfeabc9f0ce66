import type { OpenHandler } from '../handler'

export const signOut: OpenHandler<'signOut'> = async (context, caller) => {
  if (caller.token) await context.sessions.end(caller.token, context.now())
  return { signedOut: true }
}
