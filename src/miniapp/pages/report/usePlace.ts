import { useCallback, useEffect, useRef, useState } from 'react'
import { areaLevels } from '@domain/area/areaCode'
import type { KindView } from '@contract/views'
import type { ReportDraft } from '../../draft/reportDraft'
import type { LocateFailure } from '../../platform/ports'
import { findOwnGrids } from '../../stores/areas'
import { changeDraft, openDraft } from '../../stores/drafts'
import { findOwnArea } from '../../stores/ownAreas'
import { locate, nameGrid } from '../../stores/place'

export type Placing = {
  readonly state: 'locating' | 'located' | 'outside' | LocateFailure['reason']
  readonly again: () => void
  /** Resolves when the search that is running has ended, for somebody who sends before it has. */
  readonly settled: () => Promise<void>
}

/** The place by itself: found, named by its grid when there is a network, and written into the draft. */
export function usePlace(key: string, draft: ReportDraft, at: KindView['at']): Placing {
  const [state, setState] = useState<Placing['state']>(draft.place ? 'located' : 'locating')
  const running = useRef<Promise<void>>(Promise.resolve())
  const find = useCallback(() => {
    setState('locating')
    running.current = findAndName(key).then(setState)
  }, [key])
  const again = useCallback(() => {
    changeDraft<ReportDraft>(key, withoutPin)
    find()
  }, [key])
  useEffect(() => {
    // What concerns a village as a whole needs no satellite: it is filed at the person's own, said on the page.
    if (at !== 'grid') return takeOwnArea(key, at)
    if (!draft.place && !draft.chosenGrid) find()
    // Once, when the page opens: a place that was found does not move when other things are typed.
  }, [key, at])
  return { state, again, settled: useCallback(() => running.current, []) }
}

/** Another one that was chosen stays, as far as a matter of this kind can be filed there. */
function takeOwnArea(key: string, at: 'village' | 'township'): void {
  const own = findOwnArea(at)
  changeDraft<ReportDraft>(key, ({ chosenArea, ...draft }) => {
    const area = chosenArea?.code.length === areaLevels[at] ? chosenArea : own
    return area ? { ...draft, chosenArea: area } : draft
  })
}

function withoutPin({ place, ...draft }: ReportDraft): ReportDraft {
  return place && !place.byHand ? { ...draft, place } : draft
}

async function findAndName(key: string): Promise<Placing['state']> {
  const located = await locate()
  if ('failed' in located) {
    await fallBackToOwnGrid(key)
    return located.failed
  }
  // Whoever said it by hand while the phone still searched is not overruled.
  if (openDraft<ReportDraft>(key)?.place?.byHand) return 'located'
  const { place } = located
  changeDraft<ReportDraft>(key, (draft) => ({ ...draft, place }))
  const grid = await nameGrid(place)
  if (grid === 'outside') return 'outside'
  if (grid) changeDraft<ReportDraft>(key, (draft) => ({ ...draft, foundGrid: grid }))
  return 'located'
}

/** Whoever works in exactly one grid is most likely standing in it; it is shown and can be changed. */
async function fallBackToOwnGrid(key: string): Promise<void> {
  const own = await findOwnGrids()
  const [only] = own
  if (own.length !== 1 || !only || openDraft<ReportDraft>(key)?.chosenGrid) return
  changeDraft<ReportDraft>(key, (draft) => ({
    ...draft,
    chosenGrid: { code: only.code, name: only.name },
  }))
}
