import type { QueueItem } from './queueItem'
import type { QueuePorts } from './queuePorts'
import type { QueueRecords } from './queueRecords'
import { queueRules } from './queueRules'
import { retryDelay } from './retryDelay'

/** What the two lanes of a drain share. */
export type DrainState = {
  readonly ports: QueuePorts
  readonly records: QueueRecords
  /** Items that are on their way at this moment; for the screen only. */
  readonly sending: Set<string>
  readonly changed: () => void
}

/** May it be sent by whoever is signed in? An item made before signing in becomes theirs. */
export function isMine(item: QueueItem, personId: string): boolean {
  return item.owner === undefined || item.owner === personId
}

export function isDue(item: QueueItem, now: number): boolean {
  // Nothing waits longer than this by itself: the clock was ahead when it was put off, and was set right since.
  const ofAnotherClock = item.notBefore > now + queueRules.retryMaxMs
  return !item.trouble && (item.notBefore <= now || ofAnotherClock)
}

export function putOff(state: DrainState, itemId: string): void {
  const { ports, records, changed } = state
  records.update(itemId, (item) => {
    const attempts = item.attempts + 1
    return { ...item, attempts, notBefore: ports.now() + retryDelay(attempts, ports.dice()) }
  })
  changed()
}
