import { setTimeout as pause } from 'node:timers/promises'

export type Pulse = {
  /** Beat now, or once more right after the beat that is under way. */
  hurry(): void
  /** Resolves when the last beat has ended. */
  stop(): Promise<void>
}

export type PulseWork = {
  /** Answers how long to rest before the next beat, if nobody hurries. */
  beat(): Promise<number>
  onFault(error: unknown): void
  /** Rest after a beat that failed. */
  readonly restMs: number
  /** Between two beats however many hurry: a storm of reports is given out in batches, not one by one. */
  readonly gapMs: number
}

/** One beat at a time: many who hurry during one share the next. */
export function makePulse({ beat, onFault, restMs, gapMs }: PulseWork): Pulse {
  let beating: Promise<void> | undefined
  let hurried = false
  let stopped = false
  let timer: NodeJS.Timeout | undefined

  async function run(): Promise<void> {
    clearTimeout(timer)
    let rest = restMs
    while (hurried && !stopped) {
      hurried = false
      rest = await beat().catch((error: unknown) => {
        onFault(error)
        return restMs
      })
      if (hurried && rest > 0) await pause(gapMs)
    }
    beating = undefined
    if (!stopped) timer = setTimeout(hurry, rest)
  }

  function hurry(): void {
    hurried = true
    if (!stopped) beating ??= run()
  }

  return {
    hurry,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await beating
    },
  }
}
