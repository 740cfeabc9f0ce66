import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useConsole } from '../console/ConsoleContext'

export type MatterDetail = ResponseOf<Operations['getMatter']>

type Reading = { readonly detail?: MatterDetail; readonly problem?: unknown }

/** A matter with its history and what may be done, read again whenever it changes or the line comes back. */
export function useMatter(matterId: string): Reading & { readonly refresh: () => Promise<void> } {
  const { api, inbox, live } = useConsole()
  const [reading, setReading] = useState<Reading>({})
  const latest = useRef(0)

  const refresh = useCallback(async () => {
    const mine = ++latest.current
    try {
      const detail = await api.call('getMatter', { matterId })
      inbox.take(detail.matter)
      if (mine !== latest.current) return
      inbox.setOpened(detail.matter)
      inbox.markSeen(matterId)
      setReading({ detail })
    } catch (problem) {
      if (mine === latest.current) setReading((before) => ({ ...before, problem }))
    }
  }, [api, inbox, matterId])

  useEffect(() => {
    void refresh()
    return live.subscribe((now, before) => {
      const changed = now.lastChange !== before.lastChange
      const reopened = now.openings !== before.openings && before.openings > 0
      if ((changed && now.lastChange?.matter.matterId === matterId) || reopened) void refresh()
    })
  }, [refresh, live, matterId])

  return { ...reading, refresh }
}
