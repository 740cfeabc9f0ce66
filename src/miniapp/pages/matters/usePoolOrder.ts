import { useState } from 'react'
import type { Place } from '@domain/place/place'
import type { MatterView } from '@contract/views'
import { metresBetween } from '../../map/metresBetween'
import type { LocateFailure } from '../../platform/ports'
import { locate } from '../../stores/place'
import { sortByDue } from '../../stores/taskNumbers'

export type PoolOrder = {
  readonly by: 'due' | 'near'
  readonly here?: Place
  readonly trouble?: LocateFailure['reason']
  readonly busy: boolean
  readonly sortBy: (by: 'due' | 'near') => Promise<void>
}

/** Where somebody stands is asked when they want to know what is near, used on the phone, and sent to nobody. */
export function usePoolOrder(): PoolOrder {
  const [state, setState] = useState<Omit<PoolOrder, 'sortBy'>>({ by: 'due', busy: false })
  const sortBy = async (by: 'due' | 'near') => {
    if (by === 'due') return setState(({ trouble: _trouble, ...kept }) => ({ ...kept, by }))
    setState(({ trouble: _trouble, ...kept }) => ({ ...kept, busy: true }))
    const located = await locate()
    if ('failed' in located) return setState({ by: 'due', busy: false, trouble: located.failed })
    setState({ by, busy: false, here: located.place })
  }
  return { ...state, sortBy }
}

/** What has no place on the map stands after all that has. */
export function inPoolOrder(
  matters: readonly MatterView[],
  { by, here }: Pick<PoolOrder, 'by' | 'here'>,
): MatterView[] {
  const byDue = sortByDue(matters)
  if (by === 'due' || !here) return byDue
  const far = (matter: MatterView) => metresTo(matter, here) ?? Infinity
  return byDue.sort((one, other) => far(one) - far(other))
}

export function metresTo({ place }: MatterView, here: Place | undefined): number | undefined {
  if (!here || !place) return undefined
  return metresBetween(here, placeOf(place))
}

function placeOf({ accuracyMetres: _accuracy, ...place }: NonNullable<MatterView['place']>): Place {
  return place
}
