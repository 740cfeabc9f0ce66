import type { PersonView } from '@contract/views'
import { createStore, type StoreApi } from 'zustand/vanilla'

const TOKEN_KEY = 'lianxin.hub.token'

export type Session = {
  readonly token: string | undefined
  readonly person: PersonView | undefined
  readonly county: { readonly code: string; readonly name: string } | undefined
  /** The server no longer knows the token: sign-in lies over the console, and what was typed stays below it. */
  readonly ended: boolean
  /** Server time minus the time of this machine. */
  readonly clockSkewMs: number
}

export type SessionStore = StoreApi<Session>

const nobody: Session = {
  token: undefined,
  person: undefined,
  county: undefined,
  ended: false,
  clockSkewMs: 0,
}

export function createSessionStore(storage: Storage): SessionStore {
  const store = createStore<Session>(() => ({
    ...nobody,
    token: storage.getItem(TOKEN_KEY) ?? undefined,
  }))
  store.subscribe(({ token }) => keep(storage, token))
  return store
}

export function forgetSession(store: SessionStore): void {
  store.setState(nobody)
}

function keep(storage: Storage, token: string | undefined): void {
  if (token === undefined) storage.removeItem(TOKEN_KEY)
  else storage.setItem(TOKEN_KEY, token)
}
