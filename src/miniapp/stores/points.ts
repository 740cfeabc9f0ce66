import { create } from 'zustand'
import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { api } from './api'

export type Posting = ResponseOf<Operations['listPostings']>['items'][number]

type Points = {
  readonly balance?: ResponseOf<Operations['getPoints']>
  readonly postings: readonly Posting[]
  readonly next: string | null
  readonly state: 'new' | 'loading' | 'ready' | 'unreachable'
}

const PAGE = 20

const NONE: Points = { postings: [], next: null, state: 'new' }

export const usePoints = create<Points>(() => NONE)

export function forgetPoints(): void {
  usePoints.setState(NONE, true)
}

export async function loadBalance(): Promise<void> {
  const answer = await api.call('getPoints', {})
  if (answer.kind === 'done') usePoints.setState({ balance: answer.value })
}

export async function loadPostings({ more = false } = {}): Promise<void> {
  const { next, postings, state } = usePoints.getState()
  if (state === 'loading' || (more && next === null)) return
  usePoints.setState({ state: 'loading' })
  const answer = await api.call('listPostings', {
    limit: PAGE,
    ...(more && next ? { after: next } : {}),
  })
  if (answer.kind !== 'done') return usePoints.setState({ state: 'unreachable' })
  const { items } = answer.value
  usePoints.setState({
    postings: more ? [...postings, ...items] : items,
    next: answer.value.next,
    state: 'ready',
  })
}
