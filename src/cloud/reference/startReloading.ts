import { MINUTE_MS } from '@domain/shared/instant'
import type { Context } from '../context'
import { readReferenceStamp } from '../store/referenceStamp'

/** Looks this often whether another process has imported anything. */
const LOOK_EVERY_MS = MINUTE_MS

export type Reloading = {
  /** Ends when what is being read has been read. */
  stop(): Promise<void>
}

/** Where nobody else can write there is nothing to look for. */
export function startReloading(context: Context): Reloading {
  if (!context.database.capabilities.sharedWithOtherProcesses)
    return { stop: () => Promise.resolve() }
  const reloadIfChanged = makeReloadIfChanged(context)
  let looking: Promise<void> | undefined
  const timer = setInterval(() => {
    looking ??= reloadIfChanged()
      .catch((error: unknown) => context.log.error({ err: error }, 'could not reload'))
      .finally(() => (looking = undefined))
  }, LOOK_EVERY_MS)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await looking
    },
  }
}

/** The first look always reads: an import may have come between the start's reading and now. */
export function makeReloadIfChanged({ database, countyId, reference }: Context) {
  let known: string | undefined
  return async function reloadIfChanged(): Promise<void> {
    const stamp = await readReferenceStamp(database, countyId)
    if (stamp === known) return
    await reference.reload()
    // Taken before the reading: an import during it makes another stamp, and the next look reads again.
    known = stamp
  }
}
