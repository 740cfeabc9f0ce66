import { isMine, type DrainState } from './drainState'
import { QUEUE_SCHEMA_VERSION, type QueueItem } from './queueItem'
import type { QueuePorts } from './queuePorts'
import { createQueueRecords, type QueueRecords, type UnreadableItem } from './queueRecords'
import { queueRules } from './queueRules'
import { sendCommands } from './sendCommands'
import { sendPhotos } from './sendPhotos'
import { singleFlight } from './singleFlight'

export type NewItem = Pick<
  QueueItem,
  'itemId' | 'operation' | 'matterId' | 'body' | 'photos' | 'label' | 'written'
> & {
  /** It was asked for once without an answer: nothing may take it back unseen. */
  readonly asked?: boolean
}

export type QueueSnapshot = {
  readonly items: readonly QueueItem[]
  readonly unreadable: readonly UnreadableItem[]
  readonly sending: ReadonlySet<string>
}

/** `withdraw-needed`: the server may have it, so only an action of its own takes it back. */
export type TakenBack = 'dropped' | 'withdraw-needed' | 'unknown-item'

export type SendQueue = {
  /** Writes the items down and starts sending. Throws `QueueFull` before anything is written. */
  readonly submit: (items: readonly NewItem[]) => void
  /** `hurry` forgets the waiting times: the network came back, or the person asked. */
  readonly drain: (options?: { hurry?: boolean }) => Promise<void>
  readonly takeBack: (itemId: string) => TakenBack
  /** The owner of an item lets it go. Its photos stay until the sweep, since a mended report may name them. */
  readonly discard: (itemId: string) => void
  readonly discardUnreadable: (key: string) => void
  readonly read: () => QueueSnapshot
  readonly subscribe: (listener: () => void) => () => void
  /** After each drain, whatever came of it. */
  readonly onDrained: (listener: () => void) => () => void
}

export class QueueFull extends Error {}

/**
 * What waits on this phone. Text first, photos after; each command under the id it was born with, in the body it was
 * born with. It may be killed between any two lines: every step is on the disk before the next one begins.
 */
export function createSendQueue(ports: QueuePorts): SendQueue {
  const records = createQueueRecords(ports.store)
  const listeners = new Set<() => void>()
  const drained = new Set<() => void>()
  const state: DrainState = {
    ports,
    records,
    sending: new Set(),
    changed: () => listeners.forEach((listener) => listener()),
  }
  const commands = singleFlight(() => sendCommands(state))
  const photos = singleFlight(() => sendPhotos(state))

  async function drain({ hurry = false } = {}): Promise<void> {
    try {
      records.readAgain()
      if (hurry) forgetWaiting(records)
      await commands()
      await photos()
      pruneSent(records)
    } catch (cause) {
      ports.fault(cause)
    }
    wakeForNext(state, () => void drain())
    drained.forEach((listener) => listener())
  }

  return {
    submit(items) {
      write(state, items)
      state.changed()
      void drain()
    },
    drain,
    takeBack: (itemId) => takeBack(state, itemId),
    discard: (itemId) => discard(state, itemId),
    discardUnreadable(key) {
      records.removeKey(key)
      state.changed()
    },
    read: () => ({ ...records.load(), sending: new Set(state.sending) }),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onDrained(listener) {
      drained.add(listener)
      return () => drained.delete(listener)
    },
  }
}

function write({ ports, records }: DrainState, news: readonly NewItem[]): void {
  const { items } = records.load()
  const waiting = items.filter(({ step }) => step !== 'done').length
  if (waiting + news.length > queueRules.itemsMax || ports.hasRoom?.() === false)
    throw new QueueFull()
  const owner = ports.personId()
  const last = items[items.length - 1]?.order ?? 0
  news.forEach((item, index) => {
    // The same item again is a second tap or a restart between two lines, not a second report.
    if (records.find(item.itemId)) return
    records.save({
      schemaVersion: QUEUE_SCHEMA_VERSION,
      order: last + index + 1,
      step: 'command',
      asked: false,
      ...item,
      attempts: 0,
      notBefore: 0,
      createdAt: ports.now(),
      ...(owner ? { owner } : {}),
    })
  })
}

function takeBack(state: DrainState, itemId: string): TakenBack {
  const { records, changed } = state
  const item = records.find(itemId)
  if (!item) return 'unknown-item'
  if (!item.asked) {
    discard(state, itemId)
    return 'dropped'
  }
  followers(records, item).forEach((follower) => records.remove(follower.itemId))
  // Photos of a matter on its way back are nobody's need.
  records.update(itemId, (asked) => ({ ...asked, photos: [] }))
  changed()
  return 'withdraw-needed'
}

/** With a report go the steps on the same matter that were to follow it. */
function discard({ records, changed }: DrainState, itemId: string): void {
  const item = records.find(itemId)
  if (!item) return
  if (item.step === 'command' && item.operation === 'reportMatter')
    followers(records, item).forEach((follower) => records.remove(follower.itemId))
  records.remove(itemId)
  changed()
}

/** Later steps on the same matter that nobody has been asked to do. */
function followers(records: QueueRecords, item: QueueItem): QueueItem[] {
  return records
    .load()
    .items.filter(
      (other) => other.matterId === item.matterId && other.order > item.order && !other.asked,
    )
}

function forgetWaiting(records: QueueRecords): void {
  for (const item of records.load().items) {
    if (item.notBefore > 0) records.update(item.itemId, (waiting) => ({ ...waiting, notBefore: 0 }))
  }
}

function pruneSent(records: QueueRecords): void {
  const sent = records.load().items.filter((item) => item.step === 'done')
  sent.slice(0, -queueRules.sentKept).forEach((item) => records.remove(item.itemId))
}

function wakeForNext({ ports, records }: DrainState, wake: () => void): void {
  const personId = ports.personId()
  if (personId === undefined) return
  const due = records
    .load()
    .items.filter((item) => isMine(item, personId) && item.step !== 'done' && !item.trouble)
    .map((item) => item.notBefore)
    .filter((notBefore) => notBefore > 0)
  if (due.length === 0) return
  ports.wakeIn(Math.max(queueRules.retryBaseMs, Math.min(...due) - ports.now()), wake)
}
