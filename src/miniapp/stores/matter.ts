import { create } from 'zustand'
import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { Problem } from '@contract/problems'
import { api } from './api'

export type MatterPage = ResponseOf<Operations['getMatter']>

type Shown = {
  readonly page?: MatterPage
  readonly state: 'loading' | 'ready' | 'unreachable' | 'refused'
  readonly problem?: Problem
}

/** How many opened matters stay in memory. */
const OPENED_MAX = 20

export const useMatters = create<Readonly<Record<string, Shown>>>(() => ({}))

export async function loadMatter(matterId: string): Promise<void> {
  put(matterId, { ...useMatters.getState()[matterId], state: 'loading' })
  const answer = await api.call('getMatter', { matterId })
  const { page } = useMatters.getState()[matterId] ?? {}
  switch (answer.kind) {
    case 'done':
      return put(matterId, { page: answer.value, state: 'ready' })
    case 'refused':
      return put(matterId, { state: 'refused', problem: answer.problem })
    case 'signed-out':
    case 'unknown':
      return put(matterId, { ...(page ? { page } : {}), state: 'unreachable' })
  }
}

function put(matterId: string, shown: Shown): void {
  const others = Object.entries(useMatters.getState()).filter(([id]) => id !== matterId)
  useMatters.setState(
    Object.fromEntries([...others.slice(1 - OPENED_MAX), [matterId, shown]]),
    true,
  )
}
