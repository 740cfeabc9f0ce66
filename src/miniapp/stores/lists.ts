import { create } from 'zustand'
import type { MatterView } from '@contract/views'
import type { Answer } from '../api/answer'
import { platform } from '../platform/platform'
import { api } from './api'
import { listedMax } from './listLimits'
import { mainPost, useSession } from './session'

export type ListName = 'reports' | 'mine' | 'pool' | 'done' | 'around' | 'grid' | 'aboutMe'

export type MatterList = {
  readonly items: readonly MatterView[]
  readonly next: string | null
  readonly state: 'new' | 'loading' | 'ready' | 'unreachable'
  /** Something in it may have changed. */
  readonly stale: boolean
}

const PAGE = 20
const KEPT = 20
const EMPTY: MatterList = { items: [], next: null, state: 'new', stale: true }

export const useLists = create<Readonly<Record<ListName, MatterList>>>(emptyLists)

export function emptyLists(): Record<ListName, MatterList> {
  return {
    reports: EMPTY,
    mine: EMPTY,
    pool: EMPTY,
    done: EMPTY,
    around: EMPTY,
    grid: EMPTY,
    aboutMe: EMPTY,
  }
}

/** The newest page. What the phone kept is shown first, and stays when the server cannot be reached. */
export async function loadList(name: ListName): Promise<void> {
  const list = useLists.getState()[name]
  if (list.state === 'loading') return
  const items = list.state === 'new' ? readKept(name) : list.items
  patch(name, { items, state: 'loading', stale: false })
  const answer = await ask(name)
  if (answer.kind !== 'done') return patch(name, { state: 'unreachable' })
  patch(name, { ...answer.value, state: 'ready' })
  platform.records.write(keyOf(name), answer.value.items.slice(0, KEPT))
}

export async function loadMore(name: ListName): Promise<void> {
  const { next, state, items } = useLists.getState()[name]
  if (next === null || state === 'loading' || items.length >= listedMax) return
  patch(name, { state: 'loading' })
  const answer = await ask(name, next)
  if (answer.kind !== 'done') return patch(name, { state: 'unreachable' })
  const known = useLists.getState()[name].items
  const fresh = answer.value.items.filter(
    (item) => !known.some(({ matterId }) => matterId === item.matterId),
  )
  patch(name, { items: [...known, ...fresh], next: answer.value.next, state: 'ready' })
}

/** A change that came by the feed: seen at once where the matter stands, and the lists are asked for again. */
export function noteChanged(matters: readonly MatterView[]): void {
  const newest = new Map(matters.map((matter) => [matter.matterId as string, matter]))
  const lists = useLists.getState()
  for (const name of Object.keys(lists) as ListName[]) {
    const items = lists[name].items.map((item) => newer(item, newest.get(item.matterId)))
    patch(name, { items, stale: true })
  }
}

/** A matter that some list has, for a page that opens without signal. */
export function findListed(
  lists: Readonly<Record<ListName, MatterList>>,
  matterId: string,
): MatterView | undefined {
  return Object.values(lists)
    .flatMap(({ items }) => items)
    .find((matter) => matter.matterId === matterId)
}

function newer(known: MatterView, came: MatterView | undefined): MatterView {
  return came && came.version > known.version ? came : known
}

function ask(
  name: ListName,
  after?: string,
): Promise<Answer<{ items: MatterView[]; next: string | null }>> {
  const page = { limit: PAGE, ...(after ? { after } : {}) }
  switch (name) {
    case 'reports':
      return api.call('listMatters', { filter: { mine: true }, ...page })
    case 'around':
      return api.call('listMatters', { filter: { around: true }, ...page })
    case 'aboutMe':
      return api.call('listMatters', { filter: { aboutMe: true }, ...page })
    case 'grid':
      return api.call('listMatters', {
        filter: { ...ownAreaCode(), open: true },
        order: 'due',
        ...page,
      })
    case 'mine':
    case 'pool':
    case 'done':
      return api.call('listTasks', { box: name, ...page })
  }
}

/** What is open where the person works. */
function ownAreaCode(): { areaCode?: string } {
  const code = mainPost(useSession.getState().person)?.area.code
  return code === undefined ? {} : { areaCode: code }
}

function patch(name: ListName, changes: Partial<MatterList>): void {
  useLists.setState((lists) => ({ [name]: { ...lists[name], ...changes } }))
}

/** Per person, so that the next one on this phone does not see it. */
function keyOf(name: ListName): string {
  return `cache/list-${useSession.getState().person?.personId ?? 'nobody'}-${name}`
}

function readKept(name: ListName): MatterView[] {
  return (platform.records.read(keyOf(name)) as MatterView[] | undefined) ?? []
}
