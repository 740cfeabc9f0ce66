import { create, type StoreApi, type UseBoundStore } from 'zustand'
import type { Answer } from '../api/answer'
import { platform } from '../platform/platform'
import { listedMax } from './listLimits'
import { useSession } from './session'

export type Feed<T> = {
  readonly items: readonly T[]
  readonly next: string | null
  readonly state: 'new' | 'loading' | 'ready' | 'unreachable'
  /** How many came since the person last looked. */
  readonly unseen: number
}

type Page = { readonly limit: number; readonly after?: string }
type Source<T> = {
  readonly name: string
  readonly ask: (page: Page) => Promise<Answer<{ items: T[]; next: string | null }>>
}

export type FeedStore<T> = {
  readonly use: UseBoundStore<StoreApi<Feed<T>>>
  readonly load: () => Promise<void>
  readonly loadMore: () => Promise<void>
  readonly markSeen: () => void
  readonly forget: () => void
}

const PAGE = 20
const KEPT = 20
const NEW = { items: [], next: null, state: 'new', unseen: 0 } as const

/** What is told to people and only read, newest first. The newest page is kept for the hours without signal. */
export function createFeed<T extends { readonly at: string }>({
  name,
  ask,
}: Source<T>): FeedStore<T> {
  const use = create<Feed<T>>(() => NEW)
  const { records } = platform
  // Per person, so that the next one on this phone does not see it.
  const keyOf = (part: string) =>
    `cache/${part}-${useSession.getState().person?.personId ?? 'nobody'}-${name}`
  const unseenIn = (items: readonly T[]) => {
    const seen = (records.read(keyOf('seen')) as string | undefined) ?? ''
    return items.filter(({ at }) => at > seen).length
  }
  const show = (items: readonly T[], rest: Partial<Feed<T>>) =>
    use.setState({ items, unseen: unseenIn(items), ...rest })
  return {
    use,
    async load() {
      const { state, items } = use.getState()
      if (state === 'loading') return
      const known =
        state === 'new' ? ((records.read(keyOf('feed')) as T[] | undefined) ?? []) : items
      show(known, { state: 'loading' })
      const answer = await ask({ limit: PAGE })
      if (answer.kind !== 'done') return use.setState({ state: 'unreachable' })
      show(answer.value.items, { next: answer.value.next, state: 'ready' })
      records.write(keyOf('feed'), answer.value.items.slice(0, KEPT))
    },
    async loadMore() {
      const { next, state, items } = use.getState()
      if (next === null || state === 'loading' || items.length >= listedMax) return
      use.setState({ state: 'loading' })
      const answer = await ask({ limit: PAGE, after: next })
      if (answer.kind !== 'done') return use.setState({ state: 'unreachable' })
      show([...items, ...answer.value.items], { next: answer.value.next, state: 'ready' })
    },
    markSeen() {
      const newest = use.getState().items[0]?.at
      if (newest) records.write(keyOf('seen'), newest)
      use.setState({ unseen: 0 })
    },
    forget: () => use.setState(NEW),
  }
}
