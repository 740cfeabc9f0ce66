import { useEffect, useState } from 'react'
import { useConsole } from '../console/ConsoleContext'

export type Area = { readonly code: string; readonly name: string }

/** The villages of a township, or the townships of a county. Where they cannot be had, none are offered. */
export function useAreasBelow(code: string | undefined): readonly Area[] {
  const { api } = useConsole()
  const [areas, setAreas] = useState<readonly Area[]>([])
  useEffect(() => {
    setAreas([])
    if (code === undefined || code === '') return
    let current = true
    api.call('listAreas', { parentCode: code }).then(
      ({ items }) => current && setAreas(items),
      () => current && setAreas([]),
    )
    return () => {
      current = false
    }
  }, [api, code])
  return areas
}
