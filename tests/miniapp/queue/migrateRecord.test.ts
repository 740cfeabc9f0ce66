import fc from 'fast-check'
import { createQueueRecords } from '@miniapp/queue/queueRecords'
import { migrateRecord, type Versioned } from '@miniapp/queue/migrateRecord'
import { createMemoryPhone } from '../support/memoryPhone'

const target = {
  version: 3,
  migrations: {
    1: (record: Versioned) => ({ ...record, photos: [] }),
    2: ({ title, ...record }: Versioned) => ({ ...record, label: { title }, schemaVersion: 2 }),
  },
  isComplete: (record: Versioned) => 'photos' in record && 'label' in record,
}

test('a report written by the app of two versions ago is brought forward step by step', () => {
  expect(migrateRecord({ schemaVersion: 1, title: '路灯不亮' }, target)).toEqual({
    record: { schemaVersion: 3, photos: [], label: { title: '路灯不亮' } },
  })
})

test('a report of a newer app, or of one nobody can bring forward, is refused with its reason', () => {
  expect(migrateRecord({ schemaVersion: 4 }, target)).toEqual({ unreadable: 'from-a-newer-app' })
  expect(migrateRecord({ schemaVersion: 0 }, target)).toEqual({ unreadable: 'no-way-forward' })
  expect(migrateRecord({ schemaVersion: 3, photos: [] }, target)).toEqual({
    unreadable: 'incomplete',
  })
  expect(migrateRecord('half a rec', target)).toEqual({ unreadable: 'not-a-record' })
})

test('whatever lies under a key of the queue is either an item or shown as unreadable, never dropped', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { maxLength: 8 }), (stored) => {
      const { records, disk } = createMemoryPhone()
      stored.forEach((value, index) => disk.set(`queue/${index}`, JSON.stringify(value)))
      const { items, unreadable } = createQueueRecords(records).load()
      expect(items.length + unreadable.length).toBe(stored.length)
      expect(disk.size).toBe(stored.length)
    }),
  )
})
