import type { MatterView } from '@contract/views'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Api } from '../wire/createApi'
import { belongsInInbox, noFilter, requestFilter, type InboxFilter } from './inboxFilter'
import { orderInbox, type InboxView } from './orderInbox'

export const PAGE_ROWS = 50

export type InboxState = {
  readonly view: InboxView
  readonly filter: InboxFilter
  /** In order. */
  readonly rows: readonly MatterView[]
  /** The key of the next page; `null` when everything is here. */
  readonly next: string | null
  /** The last row that came by page: what stands below it came by itself, with rows still unread in between. */
  readonly lastPagedId: string | undefined
  readonly phase: 'loading' | 'ready' | 'failed'
  readonly loadingMore: boolean
  readonly problem: unknown
  /** Reports that came by themselves and have not been opened. */
  readonly unseen: ReadonlySet<string>
  /** The matter in the middle as it was last read; it may have left the rows. */
  readonly opened: MatterView | undefined
}

export type Inbox = {
  readonly store: StoreApi<InboxState>
  /** Reads the first page. `keepRows`: the stream went on without a gap, so rows of later pages still hold. */
  readonly load: (options?: { readonly keepRows?: boolean }) => Promise<void>
  readonly loadMore: () => Promise<void>
  readonly show: (choice: Partial<Pick<InboxState, 'view' | 'filter'>>) => Promise<void>
  /** Takes in a matter as it is now, whoever told. */
  readonly take: (matter: MatterView) => void
  readonly markUnseen: (matterId: string) => void
  readonly markSeen: (matterId: string) => void
  readonly setOpened: (matter: MatterView) => void
}

const emptyInbox: InboxState = {
  view: 'due',
  filter: noFilter,
  rows: [],
  next: null,
  lastPagedId: undefined,
  phase: 'loading',
  loadingMore: false,
  problem: undefined,
  unseen: new Set(),
  opened: undefined,
}

export function createInbox(api: Api): Inbox {
  const store = createStore<InboxState>(() => emptyInbox)
  const read = createReader(api, store)

  const inbox: Inbox = {
    store,
    load: ({ keepRows = false } = {}) =>
      read.page(undefined, ({ items, next }) => {
        if (!keepRows) store.setState({ rows: [], next, lastPagedId: items.at(-1)?.matterId })
        putPage(store, items)
      }),
    async loadMore() {
      const { next, loadingMore } = store.getState()
      if (next === null || loadingMore) return
      store.setState({ loadingMore: true })
      await read.page(next, (page) => {
        // A page may be empty and still have a next: a search looks through so many matters at a time.
        const { lastPagedId } = store.getState()
        store.setState({ next: page.next, lastPagedId: page.items.at(-1)?.matterId ?? lastPagedId })
        putPage(store, page.items)
      })
    },
    async show(choice) {
      store.setState({ ...choice, rows: [], next: null, lastPagedId: undefined, phase: 'loading' })
      await inbox.load()
    },
    take(matter) {
      read.meanwhile(matter)
      putChange(store, matter)
    },
    setOpened: (opened) => store.setState({ opened }),
    markUnseen: (id) => store.setState(({ unseen }) => ({ unseen: new Set(unseen).add(id) })),
    markSeen: (id) =>
      store.setState(({ unseen }) => ({
        unseen: new Set([...unseen].filter((one) => one !== id)),
      })),
  }
  return inbox
}

type InboxPage = { readonly items: readonly MatterView[]; readonly next: string | null }

/** Reads pages one at a time. A change that comes while a page is on its way is put in again after it. */
function createReader(api: Api, store: StoreApi<InboxState>) {
  /** Which question is the latest: an answer to an earlier one is dropped. */
  let question = 0
  let changes: MatterView[] | undefined

  const ask = (after: string | undefined): Promise<InboxPage> => {
    const { view, filter } = store.getState()
    const key = after === undefined ? {} : { after }
    const request = { order: view, filter: requestFilter(filter, view), limit: PAGE_ROWS, ...key }
    return api.call('listMatters', request)
  }
  return {
    meanwhile: (matter: MatterView) => changes?.push(matter),
    async page(after: string | undefined, ready: (page: InboxPage) => void): Promise<void> {
      const mine = ++question
      changes = []
      try {
        const page = await ask(after)
        if (mine !== question) return
        ready(page)
        for (const matter of changes) putChange(store, matter)
        store.setState({ phase: 'ready', loadingMore: false, problem: undefined })
      } catch (problem) {
        if (mine === question) store.setState({ phase: 'failed', loadingMore: false, problem })
      }
      if (mine === question) changes = undefined
    },
  }
}

/** What the server answered belongs here, also where its search is wiser than ours. */
function putPage(store: StoreApi<InboxState>, matters: readonly MatterView[]): void {
  store.setState((state) => ({ rows: mergeRows(state, matters, () => true) }))
}

function putChange(store: StoreApi<InboxState>, matter: MatterView): void {
  store.setState((state) => {
    const belongs = (one: MatterView) => belongsInInbox(one, state.filter, state.view)
    return { rows: mergeRows(state, [matter], belongs) }
  })
}

function mergeRows(
  state: InboxState,
  incoming: readonly MatterView[],
  belongs: (matter: MatterView) => boolean,
): readonly MatterView[] {
  const byId = new Map(state.rows.map((row) => [row.matterId, row]))
  for (const matter of incoming) {
    const known = byId.get(matter.matterId)
    if (known && known.version > matter.version) continue
    if (belongs(matter)) byId.set(matter.matterId, matter)
    else byId.delete(matter.matterId)
  }
  return orderInbox([...byId.values()], state.view)
}
