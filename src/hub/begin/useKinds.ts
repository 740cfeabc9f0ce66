import type { KindView } from '@contract/views'
import { useEffect, useState } from 'react'
import { useConsole } from '../console/ConsoleContext'

type Reading = { readonly kinds?: readonly KindView[]; readonly problem?: unknown }

/** The kinds that whoever sits here may begin, of whatever flow the county runs. */
export function useKinds(): Reading & { readonly retry: () => void } {
  const { api } = useConsole()
  const [reading, setReading] = useState<Reading>({})
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    setReading({})
    let current = true
    api.call('listKinds', {}).then(
      ({ items }) => current && setReading({ kinds: items.filter(({ mayReport }) => mayReport) }),
      (problem: unknown) => current && setReading({ problem }),
    )
    return () => {
      current = false
    }
  }, [api, attempt])
  return { ...reading, retry: () => setAttempt(attempt + 1) }
}
