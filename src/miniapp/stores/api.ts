import { createCaller } from '../api/createCaller'
import { platform } from '../platform/platform'
import { apiBase } from './apiBase'
import { endSession, useSession } from './session'

export const api = createCaller({
  base: apiBase(),
  http: platform.http,
  token: () => useSession.getState().token,
  onSignedOut: endSession,
})
