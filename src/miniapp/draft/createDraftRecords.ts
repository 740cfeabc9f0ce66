import type { RecordStore } from '../platform/ports'
import { migrateRecord, type UnreadableReason, type Versioned } from '../queue/migrateRecord'
import type { ActionDraft } from './actionDraft'
import { draftMigrations } from './draftMigrations'
import { DRAFT_SCHEMA_VERSION, type ReportDraft } from './reportDraft'

const PREFIX = 'draft/'

type Draft = ReportDraft | ActionDraft

/** A draft as it lies on the phone, readable or not. */
export type KeptDraft = { readonly key: string; readonly raw: unknown } & (
  { readonly draft: Draft } | { readonly unreadable: UnreadableReason }
)

/** Unsent drafts. One that cannot be read is moved aside, shown and kept, and the person begins a new one. */
export function createDraftRecords(store: RecordStore) {
  const read = (key: string) =>
    migrateRecord<Draft>(store.read(PREFIX + key), {
      version: DRAFT_SCHEMA_VERSION,
      migrations: draftMigrations,
      isComplete: hasPhotoList,
    })
  return {
    find<T extends Draft>(key: string): T | undefined {
      const found = read(key)
      return 'record' in found ? (found.record as T) : undefined
    },
    save(key: string, draft: Draft) {
      keepAside(store, key, read(key))
      store.write(PREFIX + key, draft)
    },
    list: (): KeptDraft[] =>
      keysOf(store).map((key) => {
        const [raw, found] = [store.read(PREFIX + key), read(key)]
        return { key, raw, ...('record' in found ? { draft: found.record } : found) }
      }),
    /** As it lay there before, after somebody took it away and thought better of it. */
    restore: (key: string, raw: unknown) => store.write(PREFIX + key, raw),
    remove: (key: string) => store.remove(PREFIX + key),
  }
}

function keysOf(store: RecordStore): string[] {
  return store
    .keys()
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => name.slice(PREFIX.length))
}

/** Nothing that somebody wrote is written over, also where this version of the app cannot read it. */
function keepAside(store: RecordStore, key: string, found: ReturnType<typeof migrateRecord>): void {
  const raw = store.read(PREFIX + key)
  if (raw === undefined || raw === null || 'record' in found) return
  const count = keysOf(store).filter((name) => name.startsWith('kept-')).length
  store.write(`${PREFIX}kept-${count}-${key}`, raw)
}

function hasPhotoList(record: Versioned): boolean {
  return typeof record.commandId === 'string' && Array.isArray(record.photos)
}
