import type { RequestInputOf, ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useConsole } from '../console/ConsoleContext'

export type Figures = ResponseOf<Operations['readFigures']>
export type FiguresQuery = RequestInputOf<Operations['readFigures']>

type Reading = { readonly figures?: Figures; readonly problem?: unknown; readonly reading: boolean }

/** The last numbers stand until the next have come; an answer that is overtaken is dropped. */
export function useFigures({ areaCode, from, until }: FiguresQuery) {
  const { api } = useConsole()
  const [state, setState] = useState<Reading>({ reading: true })
  const latest = useRef(0)
  const read = useCallback(async () => {
    const mine = ++latest.current
    setState(({ figures }) => ({ reading: true, ...(figures ? { figures } : {}) }))
    try {
      const figures = await api.call('readFigures', { areaCode, from, until })
      if (mine === latest.current) setState({ figures, reading: false })
    } catch (problem) {
      if (mine === latest.current) setState({ problem, reading: false })
    }
  }, [api, areaCode, from, until])
  useEffect(() => {
    void read()
  }, [read])
  return { ...state, read }
}
