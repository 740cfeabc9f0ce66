import sharp from 'sharp'
import { MINUTE_MS } from '@domain/shared/instant'
import type { Context } from '../context'
import { cleanNextPhoto } from './cleanPhotos'
import { makeSweep } from './sweepFiles'

/**
 * Nobody wakes us for a photo whose cleaner was killed, or that came to another process: look now
 * and then.
 */
const TICK_MS = 10_000
/** Taking in comes first: cleaning waits until no photo has come for this long … */
const QUIET_MS = 100
/** … but never longer than this for one photo, so that pictures still appear in the middle of a storm. */
const PATIENCE_MS = 1_000
const BACK_OFF_FIRST_MS = 1_000
const BACK_OFF_MAX_MS = MINUTE_MS

export type PhotoCleaner = {
  /** Returns when the photo in hand is done. */
  stop(): Promise<void>
}

/** One photo at a time, on one core: people who report and look must not wait for pictures. */
export function startPhotoCleaner(context: Context): PhotoCleaner {
  sharp.concurrency(1)
  sharp.cache(false)
  const bell = makeBell()
  const unlisten = context.wake.listen('photos', bell.ring)
  const rush = watchRush(context)
  const stopping = new AbortController()
  const done = cleanUntil(context, bell, rush, stopping.signal)
  return {
    async stop() {
      unlisten()
      rush.stop()
      stopping.abort()
      bell.ring()
      await done
    },
  }
}

async function cleanUntil(
  context: Context,
  bell: Bell,
  rush: Rush,
  stopping: AbortSignal,
): Promise<void> {
  const sweep = makeSweep(context)
  let failures = 0
  while (!stopping.aborted) {
    try {
      await rush.pass(stopping)
      const worked = await cleanNextPhoto(context)
      failures = 0
      if (worked) continue
      await sweep()
      await bell.wait(TICK_MS)
    } catch (error) {
      context.log.error({ err: error, failures }, 'a photo could not be cleaned now')
      await pause(Math.min(BACK_OFF_FIRST_MS * 2 ** failures++, BACK_OFF_MAX_MS), stopping)
    }
  }
}

type Rush = {
  /** Returns when no photo is coming, or patience has run out. */
  pass(stopping: AbortSignal): Promise<void>
  stop(): void
}

/**
 * Cleaning one photo takes as long as taking in fifty. When a township sends all at once, what counts is that every
 * phone is told "received"; its pictures can be cleaned a little later.
 */
function watchRush(context: Context): Rush {
  let lastUpload = -Infinity
  const stop = context.wake.listen('uploading', () => (lastUpload = performance.now()))
  return {
    stop,
    async pass(stopping) {
      const end = performance.now() + PATIENCE_MS
      while (
        !stopping.aborted &&
        performance.now() - lastUpload < QUIET_MS &&
        performance.now() < end
      )
        await pause(QUIET_MS, stopping)
    },
  }
}

/** Not shortened by new photos: each of them would meet the same broken store. */
function pause(ms: number, stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stopping.aborted) return resolve()
    const end = ringOrTimeout(() => {
      stopping.removeEventListener('abort', end)
      resolve()
    }, ms)
    stopping.addEventListener('abort', end)
  })
}

type Bell = {
  ring(): void
  /** Until it rings, or has rung since the last wait. */
  wait(timeoutMs: number): Promise<void>
}

/**
 * A ring while a photo is in hand is kept, or the photo it announced would wait for the next tick.
 */
function makeBell(): Bell {
  let rung = false
  let wakeUp: (() => void) | undefined
  return {
    ring() {
      rung = true
      wakeUp?.()
    },
    async wait(timeoutMs) {
      if (!rung) await new Promise<void>((resolve) => (wakeUp = ringOrTimeout(resolve, timeoutMs)))
      rung = false
    },
  }
}

function ringOrTimeout(resolve: () => void, timeoutMs: number): () => void {
  const timer = setTimeout(resolve, timeoutMs)
  return () => {
    clearTimeout(timer)
    resolve()
  }
}
