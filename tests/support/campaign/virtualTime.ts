/** A time of its own for one run: it stands while something happens, and jumps to the next thing that is due. */
export type VirtualTime = ReturnType<typeof createVirtualTime>

type Timer = { at: number; turn: number; work: () => void; every?: number }

/** The real ones, taken before anything can put others in their place. */
const setRealImmediate = setImmediate

export function createVirtualTime(start: number) {
  const timers = new Map<number, Timer>()
  let now = start
  let turn = 0

  function add(work: () => void, ms: number, every?: number): number {
    const id = ++turn
    timers.set(id, { at: now + Math.max(0, ms), turn: id, work, ...(every ? { every } : {}) })
    return id
  }

  function next(until: number): [number, Timer] | undefined {
    let first: [number, Timer] | undefined
    for (const entry of timers) {
      const [, { at, turn: order }] = entry
      if (at > until) continue
      const [, best] = first ?? []
      if (!best || at < best.at || (at === best.at && order < best.turn)) first = entry
    }
    return first
  }

  /** Answers whether the condition came true before the time was over. */
  async function runUntil(condition: () => boolean, ms: number): Promise<boolean> {
    const until = now + ms
    for (;;) {
      await quiet()
      if (condition()) return true
      const due = next(until)
      if (!due) break
      fire(due)
    }
    now = until
    return condition()
  }

  function fire([id, timer]: [number, Timer]): void {
    now = Math.max(now, timer.at)
    if (timer.every) timers.set(id, { ...timer, at: now + timer.every, turn: ++turn })
    else timers.delete(id)
    timer.work()
  }

  return {
    now: () => now,
    add,
    every: (work: () => void, ms: number) => add(work, ms, Math.max(1, ms)),
    drop: (id: number) => void timers.delete(id),
    runUntil,
    pass: (ms: number) => runUntil(() => false, ms),
    /** A phone that died has no timers left. */
    clear: () => timers.clear(),
  }
}

/** Every promise that can go on has gone on. */
function quiet(): Promise<void> {
  return new Promise((resolve) => setRealImmediate(resolve))
}
