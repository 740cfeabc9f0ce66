import { MINUTE_MS } from '@domain/shared/instant'
import type { Context } from '../context'
import { makePulse } from '../relay/pulse'
import { foldFigures } from '../store/figureStore'

/** Moved in one transaction: what steps that count meanwhile may have to wait for. */
export const FOLD_ROWS_MAX = 2000
const RETRY_MS = 10_000

/** 统计汇总, each minute: boards read sums instead of counts. */
export function startFolding(context: Context): { stop(): Promise<void> } {
  const pulse = makePulse({
    beat: async () => {
      const moved = await foldFigures(context.database, context.countyId, FOLD_ROWS_MAX)
      return moved === FOLD_ROWS_MAX ? 0 : MINUTE_MS
    },
    onFault: (error) => context.log.error({ err: error }, 'figures could not be folded'),
    restMs: RETRY_MS,
    gapMs: 0,
  })
  pulse.hurry()
  return { stop: () => pulse.stop() }
}
