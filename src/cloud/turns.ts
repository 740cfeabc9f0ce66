import { refuse, type Refusal } from '@domain/shared/refusal'

/** Does the work when it is its turn; refuses when too many are waiting already. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T | Refusal<'server.busy'>>

const RETRY_AFTER_SECONDS = 5

type Limits = { readonly atOnce: number; readonly waitingMax: number }

/** First come, first served, in this process only. */
export function makeTurns({ atOnce, waitingMax }: Limits): Turns {
  const waiting: (() => void)[] = []
  let underWay = 0
  return async (work) => {
    if (underWay < atOnce) underWay++
    else if (waiting.length >= waitingMax)
      return refuse('server.busy', { retryAfterSeconds: RETRY_AFTER_SECONDS })
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      // The place is handed on rather than given back, so that nobody slips in before those who wait.
      const next = waiting.shift()
      if (next) next()
      else underWay--
    }
  }
}
