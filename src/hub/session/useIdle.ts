import { sessionRules } from '@domain/access/sessionRules'
import { MINUTE_MS } from '@domain/shared/instant'
import { useEffect } from 'react'
import { useConsole } from '../console/ConsoleContext'

const LOOK_EVERY_MS = 15_000
/** Whoever reads or writes for long asks nothing of the server, which would take them for gone. */
const TELL_EVERY_MS = 5 * MINUTE_MS

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

/** 空闲退出: nobody touched this desk for so long. What was typed lies below the sign-in, untouched. */
export function useIdle(): void {
  const { api, session } = useConsole()
  useEffect(() => {
    let usedAt = sinceStart()
    let toldAt = usedAt
    const use = () => void (usedAt = sinceStart())
    const look = () => {
      if (session.getState().ended) return void use()
      if (sinceStart() - usedAt >= sessionRules.consoleIdleMs) {
        void api.call('signOut', {}).catch(() => undefined)
        return session.setState({ ended: true })
      }
      if (usedAt <= toldAt || sinceStart() - toldAt < TELL_EVERY_MS) return undefined
      toldAt = sinceStart()
      return void api.call('whoAmI', {}).catch(() => undefined)
    }
    const timer = setInterval(look, LOOK_EVERY_MS)
    for (const sign of signs) window.addEventListener(sign, use, { passive: true })
    return () => {
      clearInterval(timer)
      for (const sign of signs) window.removeEventListener(sign, use)
    }
  }, [api, session])
}

/** Not the time of day: a clock that is set right makes nobody idle. What a laptop slept through the server knows. */
function sinceStart(): number {
  return performance.now()
}
