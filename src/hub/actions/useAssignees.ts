import { useEffect, useState } from 'react'
import { useConsole } from '../console/ConsoleContext'
import type { Assignees } from './ownerChoices'

type Reading = { readonly assignees?: Assignees; readonly problem?: unknown }

/** Who could take this matter. */
export function useAssignees(
  matterId: string | undefined,
): Reading & { readonly retry: () => void } {
  const { api } = useConsole()
  const [reading, setReading] = useState<Reading>({})
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    setReading({})
    if (matterId === undefined) return
    let current = true
    api.call('listAssignees', { matterId }).then(
      (assignees) => current && setReading({ assignees }),
      (problem: unknown) => current && setReading({ problem }),
    )
    return () => {
      current = false
    }
  }, [api, matterId, attempt])
  return { ...reading, retry: () => setAttempt(attempt + 1) }
}
