import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { useCallback, useEffect, useState } from 'react'
import { useConsole } from '../console/ConsoleContext'

export type Endpoint = ResponseOf<Operations['listEndpoints']>['items'][number]

type Reading = { readonly endpoints?: readonly Endpoint[]; readonly problem?: unknown }

/** Deliveries move by themselves, and no stream tells of them. */
const REFRESH_MS = 10_000

export function useEndpoints(
  everyMs = REFRESH_MS,
): Reading & { readonly refresh: () => Promise<void> } {
  const { api } = useConsole()
  const [reading, setReading] = useState<Reading>({})
  const refresh = useCallback(async () => {
    try {
      setReading({ endpoints: (await api.call('listEndpoints', {})).items })
    } catch (problem) {
      setReading((before) => ({ ...before, problem }))
    }
  }, [api])
  useEffect(() => {
    void refresh()
    const timer = setInterval(() => void refresh(), everyMs)
    return () => clearInterval(timer)
  }, [refresh, everyMs])
  return { ...reading, refresh }
}
