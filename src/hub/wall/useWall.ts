import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { useEffect, useState } from 'react'
import { useConsole } from '../console/ConsoleContext'

export type Wall = ResponseOf<Operations['readWall']>

/** Nobody presses anything on a wall: it asks again by itself. */
const EVERY_MS = 5_000

/** The last numbers stand while the line is down, and say of when they are. */
export function useWall(areaCode: string): { readonly wall?: Wall; readonly lost: boolean } {
  const { api } = useConsole()
  const [state, setState] = useState<{ wall?: Wall; lost: boolean }>({ lost: false })
  useEffect(() => {
    let gone = false
    let timer: ReturnType<typeof setTimeout>
    async function read() {
      try {
        const wall = await api.call('readWall', { areaCode })
        if (!gone) setState({ wall, lost: false })
      } catch {
        if (!gone) setState((before) => ({ ...before, lost: true }))
      }
      if (!gone) timer = setTimeout(() => void read(), EVERY_MS)
    }
    void read()
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [api, areaCode])
  return state
}
