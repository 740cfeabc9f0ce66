import type { HoldingView } from '@contract/api/holdings'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useConsole } from '../console/ConsoleContext'

type Reading = {
  readonly items?: readonly HoldingView[]
  readonly next: string | null
  readonly problem?: unknown
}

const PAGE_ROWS = 20
/** Phones speak at most once a minute. */
const REFRESH_MS = 60_000

/** Read again each minute, unless more than the first page was asked for: it would close under the reader's eyes. */
export function useHoldings() {
  const { api } = useConsole()
  const [reading, setReading] = useState<Reading>({ next: null })
  const latest = useRef(0)
  const pages = useRef(1)
  const read = useCallback(
    async (after?: string) => {
      const mine = ++latest.current
      const from = after === undefined ? {} : { after }
      try {
        const page = await api.call('readHoldings', { limit: PAGE_ROWS, ...from })
        if (mine !== latest.current) return
        pages.current = after === undefined ? 1 : pages.current + 1
        setReading(({ items = [] }) => ({
          items: after === undefined ? page.items : [...items, ...page.items],
          next: page.next,
        }))
      } catch (problem) {
        if (mine === latest.current) setReading((before) => ({ ...before, problem }))
      }
    },
    [api],
  )
  useEffect(() => {
    void read()
    const timer = setInterval(() => pages.current === 1 && void read(), REFRESH_MS)
    return () => clearInterval(timer)
  }, [read])
  return { ...reading, read }
}
