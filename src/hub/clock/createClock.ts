import { createStore, type StoreApi } from 'zustand/vanilla'

/** Fresh enough for deadlines that are shown in minutes. */
const TICK_MS = 5_000

/** The one clock of the page; `startClock` returns what stops it. */
export function createClock(now: () => number): StoreApi<number> {
  return createStore<number>(() => now())
}

export function startClock(clock: StoreApi<number>, now: () => number): () => void {
  const tick = () => clock.setState(now(), true)
  tick()
  const timer = setInterval(tick, TICK_MS)
  return () => clearInterval(timer)
}
