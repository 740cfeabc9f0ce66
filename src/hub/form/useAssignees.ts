import type { RequestInputOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { useEffect, useState } from 'react'
import { useConsole } from '../console/ConsoleContext'
import type { Assignees } from './ownerChoices'

type Asked = RequestInputOf<Operations['listAssignees']>
type Reading = { readonly assignees?: Assignees; readonly problem?: unknown }

/** Who could take a matter, or whatever lies in an area. */
export function useAssignees({
  matterId,
  areaCode,
}: Asked): Reading & { readonly retry: () => void } {
  const { api } = useConsole()
  const [reading, setReading] = useState<Reading>({})
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    setReading({})
    const asked = matterId === undefined ? { areaCode } : { matterId }
    let current = true
    api.call('listAssignees', asked).then(
      (assignees) => current && setReading({ assignees }),
      (problem: unknown) => current && setReading({ problem }),
    )
    return () => {
      current = false
    }
  }, [api, matterId, areaCode, attempt])
  return { ...reading, retry: () => setAttempt(attempt + 1) }
}
