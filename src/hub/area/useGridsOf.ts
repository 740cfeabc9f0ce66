import { useEffect, useState } from 'react'
import type { Area } from './useAreasBelow'
import { useConsole } from '../console/ConsoleContext'

/** The grids of a village; none before one is chosen, or where they cannot be had. */
export function useGridsOf(villageCode: string): readonly Area[] {
  const { api } = useConsole()
  const [grids, setGrids] = useState<readonly Area[]>([])
  useEffect(() => {
    setGrids([])
    if (villageCode === '') return
    let current = true
    api.call('listGrids', { areaCode: villageCode }).then(
      ({ items }) => current && setGrids(items),
      () => current && setGrids([]),
    )
    return () => {
      current = false
    }
  }, [api, villageCode])
  return grids
}
