import { create } from 'zustand'
import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { chinaIsoDay } from '@domain/shared/instant'
import { platform } from '../platform/platform'
import { api } from './api'
import { useSession } from './session'

export type MyFigures = ResponseOf<Operations['readMyFigures']>

type State = {
  readonly month: string
  readonly figures?: MyFigures
  readonly state: 'loading' | 'ready' | 'unreachable'
}

export const useMyFigures = create<State>(() => ({ month: thisMonth(), state: 'loading' }))

export function thisMonth(): string {
  return chinaIsoDay(Date.now()).slice(0, 7)
}

export function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
}

/** What was told last is shown while the server is asked, and stays without a line. */
export async function loadMyFigures(month: string): Promise<void> {
  const key = `cache/figures-${useSession.getState().person?.personId ?? 'nobody'}-${month}`
  const kept = platform.records.read(key) as MyFigures | undefined
  useMyFigures.setState({ month, state: 'loading', ...(kept ? { figures: kept } : {}) })
  if (!kept) useMyFigures.setState(({ figures: _other, ...rest }) => rest, true)
  const answer = await api.call('readMyFigures', { month })
  if (useMyFigures.getState().month !== month) return
  if (answer.kind !== 'done') return useMyFigures.setState({ state: 'unreachable' })
  platform.records.write(key, answer.value)
  useMyFigures.setState({ figures: answer.value, state: 'ready' })
}
