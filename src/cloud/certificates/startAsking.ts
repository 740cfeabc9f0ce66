import { setTimeout as pause } from 'node:timers/promises'
import type { Context } from '../context'
import { makeLanes, type Lanes } from '../relay/lanes'
import { makePulse } from '../relay/pulse'
import { claimQuestions, listDueSystems, type ClaimedQuestion } from '../store/questionStore'
import { QUESTION_TIMEOUT_MS } from './askPlatform'
import { askQuestion, type AskMeans } from './askQuestion'

/** Asks systems outside what matters wait for. Any number of processes may run one each. */
export type Asking = {
  /** Takes nothing more and finishes what is in hand. */
  stop(): Promise<void>
  /** Works until nothing is due, or takes nothing more once `until` is aborted. */
  drain(bounds?: { readonly until?: AbortSignal }): Promise<void>
}

export type AskingOptions = Partial<AskMeans> & {
  /** false: works only when drained. */
  readonly listening?: boolean
}

/** Asked of one system at the same time. */
const AT_ONCE_PER_SYSTEM = 4
/** Well over an attempt's time limit, so that only a dead process loses its lease. */
export const QUESTION_LEASE_MS = 3 * QUESTION_TIMEOUT_MS
/** Retries that have come due, leases that ran out, and what other processes wrote. */
const TICK_MS = 1000
const GAP_MS = 100
const IDLE_LOOK_MS = 10

export function startAsking(context: Context, options: AskingOptions = {}): Asking {
  const { dice = Math.random, listening = true, timeoutMs = QUESTION_TIMEOUT_MS } = options
  const onFault = (error: unknown) =>
    context.log.error({ err: error }, 'nothing could be asked outside')
  const lanes = makeLanes<ClaimedQuestion>({
    atOnceMax: AT_ONCE_PER_SYSTEM,
    claim: (asks, limit) => claim(context, asks, limit),
    work: (claimed) => askQuestion(context, { dice, timeoutMs }, claimed),
    onFault,
  })
  const pulse = makePulse({
    beat: async () => {
      await fill(context, lanes)
      return TICK_MS
    },
    onFault,
    restMs: TICK_MS,
    gapMs: GAP_MS,
  })
  const unlisten = listening ? context.wake.listen('questions', pulse.hurry) : undefined
  if (listening) pulse.hurry()
  return {
    async stop() {
      unlisten?.()
      lanes.close()
      await pulse.stop()
      await lanes.idle()
    },
    async drain({ until } = {}) {
      while (!until?.aborted && (await fill(context, lanes))) {
        await lanes.idle()
        await pause(IDLE_LOOK_MS)
      }
    },
  }
}

/** Whether anything is due. */
async function fill(context: Context, lanes: Lanes): Promise<boolean> {
  const { database, countyId } = context
  const systems = await listDueSystems(database, { countyId, now: context.now() })
  for (const asks of systems) lanes.fill(asks)
  return systems.length > 0
}

function claim(context: Context, asks: string, limit: number): Promise<ClaimedQuestion[]> {
  const { database, countyId } = context
  const now = context.now()
  return claimQuestions(database, {
    countyId,
    now,
    asks,
    leasedUntil: now + QUESTION_LEASE_MS,
    limit,
  })
}
