import { create } from 'zustand'
import type { GuideView } from '@contract/api/listGuides'
import { platform } from '../platform/platform'
import { api } from './api'
import { mainPost, useSession } from './session'

const KEY = 'cache/guides'

type Guides = {
  readonly items: readonly GuideView[]
  readonly state: 'new' | 'loading' | 'ready' | 'unreachable'
}

export const useGuides = create<Guides>(() => ({ items: [], state: 'new' }))

/** The same for everybody of a place, and kept for the hours without signal. */
export async function loadGuides(): Promise<void> {
  const { items } = useGuides.getState()
  const kept = (platform.records.read(KEY) as GuideView[] | undefined) ?? []
  useGuides.setState({ items: items.length > 0 ? items : kept, state: 'loading' })
  const areaCode = mainPost(useSession.getState().person)?.area.code
  const answer = await api.call('listGuides', areaCode === undefined ? {} : { areaCode })
  if (answer.kind !== 'done') return useGuides.setState({ state: 'unreachable' })
  platform.records.write(KEY, answer.value.items)
  useGuides.setState({ items: answer.value.items, state: 'ready' })
}
