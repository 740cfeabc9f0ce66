import type { RecordStore } from '../platform/ports'
import { migrateRecord, type Versioned } from '../queue/migrateRecord'
import type { ActionDraft } from './actionDraft'
import { draftMigrations } from './draftMigrations'
import { DRAFT_SCHEMA_VERSION, type ReportDraft } from './reportDraft'

const PREFIX = 'draft/'

type Draft = ReportDraft | ActionDraft

/** Unsent drafts. One that cannot be read stays under its key and the person begins a new one beside it. */
export function createDraftRecords(store: RecordStore) {
  return {
    find<T extends Draft>(key: string): T | undefined {
      const read = migrateRecord<T>(store.read(PREFIX + key), {
        version: DRAFT_SCHEMA_VERSION,
        migrations: draftMigrations,
        isComplete: hasPhotoList,
      })
      return 'record' in read ? read.record : undefined
    },
    save: (key: string, draft: Draft) => store.write(PREFIX + key, draft),
    remove: (key: string) => store.remove(PREFIX + key),
  }
}

function hasPhotoList(record: Versioned): boolean {
  return typeof record.commandId === 'string' && Array.isArray(record.photos)
}
