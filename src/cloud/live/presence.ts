import type { PersonId } from '@domain/shared/ids'

export type Here = { readonly personId: PersonId; readonly name: string; readonly since: string }

/** Who looks at one matter now. */
export type PresenceNews = { readonly matterId: string; readonly here: readonly Here[] }

/**
 * Carries who looks at what to the live streams of this process; a console at another process learns it with its next
 * word of its own.
 */
export type Presence = {
  tell(news: PresenceNews): void
  /** Returns what undoes it. */
  listen(listener: (news: PresenceNews) => void): () => void
}

export function makePresence(): Presence {
  const listeners = new Set<(news: PresenceNews) => void>()
  return {
    tell(news) {
      for (const listener of listeners) listener(news)
    },
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
