import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { useEffect, useState } from 'react'
import { useConsole } from '../console/ConsoleContext'

export type Similar = ResponseOf<Operations['findSimilar']>['items'][number]

/** 疑似重复: open ones of the same kind nearby. Without an answer nothing is said to be alike. */
export function useSimilar(matterId: string | undefined): { readonly similar: readonly Similar[] } {
  const { api } = useConsole()
  const [similar, setSimilar] = useState<readonly Similar[]>([])
  useEffect(() => {
    setSimilar([])
    if (matterId === undefined) return
    let current = true
    api.call('findSimilar', { matterId }).then(
      ({ items }) => current && setSimilar(items),
      () => current && setSimilar([]),
    )
    return () => {
      current = false
    }
  }, [api, matterId])
  return { similar }
}
