import { useEffect, useState } from 'react'
import { useConsole } from '../console/ConsoleContext'
import type { Here } from '../live/liveStore'

/** Three of these fit into the server's lease, so that one that is lost ends nothing. */
const EVERY_MS = 10_000

/** Says that this desk looks at the matter, as long as it lies open and can be seen, and who else does. */
export function usePresence(matterId: string, may: boolean): readonly Here[] {
  const { api, live } = useConsole()
  const [here, setHere] = useState<readonly Here[]>([])
  useEffect(() => {
    if (!may) return
    let current = true
    const say = () => {
      if (document.visibilityState === 'hidden') return
      api.call('attendMatter', { matterId }).then(
        (answer) => current && setHere(answer.here),
        // Without an answer nobody is said to be there.
        () => current && setHere([]),
      )
    }
    say()
    const timer = setInterval(say, EVERY_MS)
    const unsubscribe = live.subscribe(({ presence }, before) => {
      if (presence !== before.presence && presence?.matterId === matterId) setHere(presence.here)
    })
    return () => {
      current = false
      clearInterval(timer)
      unsubscribe()
      api.call('attendMatter', { matterId, leaves: true }).catch(() => undefined)
    }
  }, [api, live, matterId, may])
  return here
}
