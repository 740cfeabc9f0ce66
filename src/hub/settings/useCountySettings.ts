import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { useCallback, useEffect, useState } from 'react'
import { useConsole } from '../console/ConsoleContext'

export type Reading = ResponseOf<Operations['readCountySettings']>
export type FlowToSet = Reading['flows'][number]
export type KindToSet = Reading['kinds'][number]
export type Version = Reading['versions'][number]

/** The newest settings and what the product brings. */
export function useCountySettings() {
  const { api } = useConsole()
  const [reading, setReading] = useState<Reading>()
  const [problem, setProblem] = useState<unknown>()
  const read = useCallback(async () => {
    setProblem(undefined)
    try {
      const fresh = await api.call('readCountySettings', {})
      setReading(fresh)
      return fresh
    } catch (error) {
      setProblem(error)
      return undefined
    }
  }, [api])
  useEffect(() => {
    void read()
  }, [read])
  return { reading, problem, read }
}
