import type { Place } from '@domain/place/place'
import { platform } from '../platform/platform'
import type { LocateFailure } from '../platform/ports'
import type { NamedGrid } from '../draft/reportDraft'
import { api } from './api'

/** WeChat answers a second call within 30 s with an error or the old fix, so the fix is kept that long. */
const FIX_FRESH_MS = 30_000

export type Located = { readonly place: Place } | { readonly failed: LocateFailure['reason'] }

let kept: { readonly place: Place; readonly at: number } | undefined
let asking: Promise<Located> | undefined

export function locate(): Promise<Located> {
  if (kept && Date.now() - kept.at < FIX_FRESH_MS) return Promise.resolve({ place: kept.place })
  asking ??= ask().finally(() => (asking = undefined))
  return asking
}

async function ask(): Promise<Located> {
  try {
    const place = await platform.locate()
    kept = { place, at: Date.now() }
    return { place }
  } catch (cause) {
    return { failed: (cause as Partial<LocateFailure>).reason ?? 'unavailable' }
  }
}

/** Which grid a place lies in: `outside` when in none of the county's, `undefined` without signal. */
export async function nameGrid(place: Place): Promise<NamedGrid | 'outside' | undefined> {
  const answer = await api.call('findGrid', { place })
  if (answer.kind === 'done') return { code: answer.value.grid.code, name: answer.value.grid.name }
  return answer.kind === 'refused' && answer.problem.code === 'matter.place-outside-county'
    ? 'outside'
    : undefined
}
