import type { RecordStore } from '../platform/ports'
import { migrateRecord, type Migrated, type Versioned } from '../queue/migrateRecord'
import type { ActionDraft } from './actionDraft'
import { draftMigrations } from './draftMigrations'
import type { UnreadableItem } from '../queue/queueRecords'
import { DRAFT_SCHEMA_VERSION, type ReportDraft } from './reportDraft'

const PREFIX = 'draft/'

type Draft = ReportDraft | ActionDraft

/** Unsent drafts. One that cannot be read stays under its key; it is shown, and the person begins a new one beside it. */
export function createDraftRecords(store: RecordStore) {
  return {
    find<T extends Draft>(key: string): T | undefined {
      const read = readDraft<T>(store, PREFIX + key)
      return 'record' in read ? read.record : undefined
    },
    unreadable(): UnreadableItem[] {
      const keys = store.keys().filter((key) => key.startsWith(PREFIX))
      return keys.flatMap((key) => {
        const read = readDraft(store, key)
        return 'record' in read ? [] : [{ key, reason: read.unreadable, raw: store.read(key) }]
      })
    },
    save: (key: string, draft: Draft) => store.write(PREFIX + key, draft),
    remove: (key: string) => store.remove(PREFIX + key),
  }
}

function readDraft<T extends Draft>(store: RecordStore, key: string): Migrated<T> {
  return migrateRecord<T>(store.read(key), {
    version: DRAFT_SCHEMA_VERSION,
    migrations: draftMigrations,
    isComplete: hasPhotoList,
  })
}

function hasPhotoList(record: Versioned): boolean {
  return typeof record.commandId === 'string' && Array.isArray(record.photos)
}
