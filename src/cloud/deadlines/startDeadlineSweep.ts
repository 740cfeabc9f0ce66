import { MINUTE_MS } from '@domain/shared/instant'
import type { Context } from '../context'
import { makePulse } from '../relay/pulse'
import { sweepDeadlines } from './sweepDeadlines'

/** Found at once: looking costs more where very many are due. A stop is heard between any two of them. */
export const SWEEP_BATCH = 500
const RETRY_MS = 10_000

/** Looks at once and then each minute; what a process missed while it slept is told when it wakes. */
export function startDeadlineSweep(context: Context): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const bounds = { limit: SWEEP_BATCH, until: stopping.signal }
  const pulse = makePulse({
    beat: async () => {
      await sweepDeadlines(context, bounds)
      return MINUTE_MS
    },
    onFault: (error) => context.log.error({ err: error }, 'deadlines could not be looked at'),
    restMs: RETRY_MS,
    gapMs: 0,
  })
  pulse.hurry()
  return {
    async stop() {
      stopping.abort()
      await pulse.stop()
    },
  }
}
