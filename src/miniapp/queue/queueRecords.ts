import type { RecordStore } from '../platform/ports'
import {
  migrateRecord,
  type Migrations,
  type UnreadableReason,
  type Versioned,
} from './migrateRecord'
import { QUEUE_SCHEMA_VERSION, type QueueItem } from './queueItem'

const PREFIX = 'queue/'

/** From each older version to the next. */
const migrations: Migrations = {}

/** A record of the queue that this version of the app cannot read. It is shown, and kept until its owner lets it go. */
export type UnreadableItem = {
  readonly key: string
  readonly reason: UnreadableReason
  readonly raw: unknown
}

type Loaded = {
  readonly items: readonly QueueItem[]
  readonly unreadable: readonly UnreadableItem[]
}

export type QueueRecords = {
  /** Before each drain: in a browser another tab may have sent some of it. */
  readonly readAgain: () => void
  readonly load: () => Loaded
  readonly find: (itemId: string) => QueueItem | undefined
  readonly save: (item: QueueItem) => void
  /** Reads, changes and writes in one step, since nothing may come between on one thread. */
  readonly update: (itemId: string, change: (item: QueueItem) => QueueItem) => QueueItem | undefined
  readonly remove: (itemId: string) => void
  readonly removeKey: (key: string) => void
}

/**
 * One key per item, and no index that a kill could leave behind its items. The disk is read once a drain: with hundreds
 * of items each look at the queue would hold the phone up.
 */
export function createQueueRecords(store: RecordStore): QueueRecords {
  let loaded: Loaded | undefined
  const load = () => (loaded ??= loadAll(store))
  const find = (itemId: string) => load().items.find((item) => item.itemId === itemId)
  /** First the disk: what could not be written has not happened. */
  const save = (item: QueueItem) => {
    const { items, unreadable } = load()
    store.write(PREFIX + item.itemId, item)
    const others = items.filter(({ itemId }) => itemId !== item.itemId)
    loaded = { items: [...others, item].sort((a, b) => a.order - b.order), unreadable }
  }
  const removeKey = (key: string) => {
    const { items, unreadable } = load()
    store.remove(key)
    loaded = {
      items: items.filter(({ itemId }) => PREFIX + itemId !== key),
      unreadable: unreadable.filter((item) => item.key !== key),
    }
  }
  return {
    readAgain: () => void (loaded = undefined),
    load,
    find,
    save,
    update(itemId, change) {
      const item = find(itemId)
      if (!item) return undefined
      const changed = change(item)
      save(changed)
      return changed
    },
    remove: (itemId) => removeKey(PREFIX + itemId),
    removeKey,
  }
}

function loadAll(store: RecordStore): Loaded {
  const items: QueueItem[] = []
  const unreadable: UnreadableItem[] = []
  for (const key of store.keys().filter((name) => name.startsWith(PREFIX))) {
    const read = readItem(store, key)
    if ('record' in read) items.push(read.record)
    else unreadable.push({ key, reason: read.unreadable, raw: store.read(key) })
  }
  return { items: items.sort((a, b) => a.order - b.order), unreadable }
}

function readItem(store: RecordStore, key: string) {
  return migrateRecord<QueueItem>(store.read(key), {
    version: QUEUE_SCHEMA_VERSION,
    migrations,
    isComplete,
  })
}

function isComplete(record: Versioned): boolean {
  return (
    typeof record.itemId === 'string' &&
    typeof record.operation === 'string' &&
    typeof record.matterId === 'string' &&
    typeof record.body === 'object' &&
    record.body !== null &&
    Array.isArray(record.photos)
  )
}
