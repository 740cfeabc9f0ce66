import type { OpenHandler } from '../handler'

export const signOut: OpenHandler<'signOut'> = async (context, { token, address }) => {
  if (token) await context.sessions.end(token, context.now(), address)
  return { signedOut: true }
}
