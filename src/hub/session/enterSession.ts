import type { RequestInputOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { Api } from '../wire/createApi'
import { forgetSession, type SessionStore } from './sessionStore'

export type SignInRequest = RequestInputOf<Operations['signIn']>

/** Signs in. The console opens at once; the county's name and the server's clock follow. */
export async function enterSession(
  api: Api,
  store: SessionStore,
  request: SignInRequest,
): Promise<void> {
  const { token, person } = await api.call('signIn', request)
  store.setState({ token, person, ended: false })
  store.setState(await learnWhoIAm(api))
}

/** After a reload: the token is there, the person is not. */
export async function resumeSession(api: Api, store: SessionStore): Promise<void> {
  store.setState({ ...(await learnWhoIAm(api)), ended: false })
}

/**
 * The token ends here even when the server cannot be told: this desk must not stay open. Answers where to sign out as
 * well, for whoever signed on through another system.
 */
export async function leaveSession(api: Api, store: SessionStore): Promise<string | undefined> {
  try {
    return (await api.call('signOut', {})).endUrl
  } finally {
    forgetSession(store)
  }
}

async function learnWhoIAm(api: Api) {
  const { person, county, serverTime } = await api.call('whoAmI', {})
  return { person, county, clockSkewMs: Date.parse(serverTime) - Date.now() }
}
