import type { Api } from '../wire/createApi'
import type { SignInRequest } from './enterSession'

const STATE_KEY = 'lianxin.hub.signOn'

/** Leaves for the other system. What it comes back with counts only in the browser that asked. */
export async function leaveForSignOn(api: Api, storage: Storage): Promise<void> {
  const { url, state } = await api.call('beginSignOn', {})
  storage.setItem(STATE_KEY, state)
  window.location.assign(url)
}

export type Returned = { readonly request: SignInRequest } | { readonly failed: true }

/** What stands in the address after coming back, taken out of it at once: it is good for one sign-in. */
export function takeReturn(storage: Storage): Returned | undefined {
  const query = new URLSearchParams(window.location.search)
  const [state, code, issuer] = [query.get('state'), query.get('code'), query.get('iss')]
  if (state === null) return undefined
  const own = storage.getItem(STATE_KEY)
  storage.removeItem(STATE_KEY)
  window.history.replaceState(null, '', window.location.pathname + window.location.hash)
  if (code === null || state !== own) return { failed: true }
  return { request: { method: 'signOn', code, state, ...(issuer === null ? {} : { issuer }) } }
}
