import { create } from 'zustand'
import { areaLevels } from '@domain/area/areaCode'
import { thinned, type Outline } from '../map/layOut'
import { pointOf, type Point } from '../map/metresBetween'
import { platform } from '../platform/platform'
import { api } from './api'
import { mainPost, useSession } from './session'

export type GridOutline = { readonly code: string; readonly name: string; readonly rings: Outline }

type State = {
  readonly grids: readonly GridOutline[]
  readonly state: 'new' | 'ready' | 'unreachable'
}

/** A village's; whoever works for a whole township has the console's map. */
const GRIDS_MAX = 20

export const useGridOutline = create<State>(() => ({ grids: [], state: 'new' }))

/** Borders of a village's grids, one's own if none is named: what the phone kept at once, the server's when there is a line. */
export async function loadGridOutline(areaCode?: string): Promise<void> {
  const code = areaCode ?? mainPost(useSession.getState().person)?.area.code ?? ''
  if (code.length < areaLevels.village)
    return useGridOutline.setState({ grids: [], state: 'ready' })
  const key = `cache/outline-${code}`
  const kept = (platform.records.read(key) as readonly GridOutline[] | undefined) ?? []
  useGridOutline.setState({ grids: kept, state: kept.length > 0 ? 'ready' : 'new' })
  const answer = await api.call('listGrids', { areaCode: code, withGeometry: true })
  if (answer.kind !== 'done') return useGridOutline.setState({ grids: kept, state: 'unreachable' })
  const { datum, items } = answer.value
  const grids = items.slice(0, GRIDS_MAX).map(({ code: own, name, geometry = [] }) => ({
    code: own,
    name,
    rings: geometry.flatMap((polygon) => polygon.map((ring) => thinned(inMap(ring, datum)))),
  }))
  platform.records.write(key, grids)
  useGridOutline.setState({ grids, state: 'ready' })
}

function inMap(ring: readonly (readonly [number, number])[], datum: 'gcj02' | 'wgs84'): Point[] {
  return ring.map(([longitude, latitude]) => pointOf({ longitude, latitude, datum }))
}
