import { create } from 'zustand'
import type { Place } from '@domain/place/place'
import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { api } from './api'

export type SimilarMatter = ResponseOf<Operations['findSimilar']>['items'][number]

type Similar = {
  /** What was asked: an answer that comes after the person chose another kind is not for them. */
  readonly asked: string
  readonly items: readonly SimilarMatter[]
  /** 还是要报 was said to these. */
  readonly declined: boolean
}

const NOTHING: Similar = { asked: '', items: [], declined: false }

export const useSimilar = create<Similar>(() => NOTHING)

/** 附近有人报过同样的事: asked beside everything else. Nobody waits for it, and without an answer nothing is said. */
export async function askSimilar(kind: string, place: Place): Promise<void> {
  const asked = `${kind} ${place.longitude} ${place.latitude}`
  if (useSimilar.getState().asked === asked) return
  useSimilar.setState({ asked, items: [], declined: false })
  const answer = await api.call('findSimilar', { kind, place })
  if (answer.kind !== 'done' || useSimilar.getState().asked !== asked) return
  useSimilar.setState({ items: answer.value.items })
}

export function declineSimilar(): void {
  useSimilar.setState({ declined: true })
}

export function forgetSimilar(): void {
  useSimilar.setState(NOTHING)
}
