import { createCaller } from '../api/createCaller'
import { httpDoor } from '../api/httpDoor'
import { platform } from '../platform/platform'
import { apiBase } from './apiBase'
import { endSession, useSession } from './session'

export const api = createCaller({
  door: platform.functionDoor ?? httpDoor(apiBase(), platform.http),
  token: () => useSession.getState().token,
  onSignedOut: endSession,
})
