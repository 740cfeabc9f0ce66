import type { RequestInputOf, ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useConsole } from '../console/ConsoleContext'

export type Board = ResponseOf<Operations['readBoard']>
export type BoardQuery = RequestInputOf<Operations['readBoard']>
export type BoardFigures = Board['total']

/** A number somebody wants to see the matters of. */
export type Drill = {
  readonly title: string
  readonly number: string
  readonly count: number
  readonly part?: { readonly by: Board['by']; readonly key: string }
}

type Reading = { readonly board?: Board; readonly problem?: unknown; readonly reading: boolean }

/** The last board stands until the next has come; an answer that is overtaken is dropped. */
export function useBoard({ areaCode, from, until, flow, by }: BoardQuery) {
  const { api } = useConsole()
  const [state, setState] = useState<Reading>({ reading: true })
  const latest = useRef(0)
  const read = useCallback(async () => {
    const mine = ++latest.current
    setState(({ board }) => ({ reading: true, ...(board ? { board } : {}) }))
    try {
      const board = await api.call('readBoard', { areaCode, from, until, flow, by })
      if (mine === latest.current) setState({ board, reading: false })
    } catch (problem) {
      if (mine === latest.current) setState({ problem, reading: false })
    }
  }, [api, areaCode, from, until, flow, by])
  useEffect(() => {
    void read()
  }, [read])
  return { ...state, read }
}
