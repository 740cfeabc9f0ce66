import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Change } from './followLive'
import type { News } from './newsOf'

export type Here = { readonly personId: string; readonly name: string; readonly since: string }

/** Who else has a matter open, as the stream told it last. */
export type PresenceNews = { readonly matterId: string; readonly here: readonly Here[] }

export type LiveState = {
  readonly connection: 'connecting' | 'connected' | 'lost'
  /** The last change of any matter, for whoever has that matter open. */
  readonly lastChange: Change | undefined
  /** Counts the times the stream was opened: what was read before may be stale. */
  readonly openings: number
  readonly news: News | undefined
  readonly presence: PresenceNews | undefined
}

export type LiveStore = StoreApi<LiveState>

export function createLiveStore(): LiveStore {
  return createStore<LiveState>(() => ({
    connection: 'connecting',
    lastChange: undefined,
    openings: 0,
    news: undefined,
    presence: undefined,
  }))
}
