import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useConsole } from '../console/ConsoleContext'

export type Delivery = ResponseOf<Operations['listDeliveries']>['items'][number]
export type DeliveryState = Delivery['state']

type Reading = {
  readonly items?: readonly Delivery[]
  readonly next: string | null
  readonly problem?: unknown
}

const PAGE_ROWS = 50

/** The deliveries of one endpoint, newest first, read again whenever the endpoint's own figures change. */
export function useDeliveries(
  endpointId: string,
  state: DeliveryState | undefined,
  figures: string,
) {
  const { api } = useConsole()
  const [reading, setReading] = useState<Reading>({ next: null })
  const latest = useRef(0)

  const read = useCallback(
    async (after?: string) => {
      const mine = ++latest.current
      const filter = { ...(state ? { state } : {}), ...(after === undefined ? {} : { after }) }
      try {
        const page = await api.call('listDeliveries', { endpointId, limit: PAGE_ROWS, ...filter })
        if (mine !== latest.current) return
        setReading(({ items = [] }) => ({
          items: after === undefined ? page.items : [...items, ...page.items],
          next: page.next,
        }))
      } catch (problem) {
        if (mine === latest.current) setReading((before) => ({ ...before, problem }))
      }
    },
    [api, endpointId, state],
  )
  useEffect(() => {
    void read()
  }, [read, figures])
  return { ...reading, read }
}
