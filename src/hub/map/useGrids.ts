import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { useEffect, useState } from 'react'
import { useConsole } from '../console/ConsoleContext'

export type Grids = ResponseOf<Operations['listGrids']>

/** The township's grids with their borders; `undefined` until they are here, or when they cannot be had. */
export function useGrids(areaCode: string): { readonly grids?: Grids; readonly failed: boolean } {
  const { api } = useConsole()
  const [reading, setReading] = useState<{ grids?: Grids; failed: boolean }>({ failed: false })
  useEffect(() => {
    api.call('listGrids', { areaCode, withGeometry: true }).then(
      (grids) => setReading({ grids, failed: false }),
      () => setReading({ failed: true }),
    )
  }, [api, areaCode])
  return reading
}
