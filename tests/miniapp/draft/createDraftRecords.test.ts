import { createDraftRecords } from '@miniapp/draft/createDraftRecords'
import { createMemoryPhone } from '../support/memoryPhone'

function phoneWith(key: string, record: object) {
  const { records } = createMemoryPhone()
  records.write(`draft/${key}`, record)
  return createDraftRecords(records)
}

const ids = { commandId: 'c', matterId: 'm' }
const photo = { fileId: 'f', takenAt: 1, ready: { bytes: 9, sha256: 'x' } }

test('a step that was written in an older app keeps its words and its photos, each in its field', () => {
  const drafts = phoneWith('action-m-handle', {
    schemaVersion: 1,
    ...ids,
    action: 'handle',
    texts: { result: '修好了' },
    photos: [photo],
  })
  expect(drafts.find('action-m-handle')).toEqual({
    schemaVersion: 2,
    ...ids,
    action: 'handle',
    texts: { result: '修好了' },
    values: {},
    names: {},
    photos: [{ ...photo, field: 'photos' }],
  })
})

test('a report that was begun in an older app can be sent, and its photos stay the report’s own', () => {
  const drafts = phoneWith('report-m', {
    schemaVersion: 1,
    ...ids,
    kind: '0603',
    text: '村口',
    photos: [photo],
    discoveredAt: '2026-11-23T01:00:00.000Z',
  })
  expect(drafts.find('report-m')).toMatchObject({
    schemaVersion: 2,
    kind: '0603',
    text: '村口',
    texts: {},
    values: {},
    photos: [photo],
  })
})

test('a draft of a newer app is left alone', () => {
  const drafts = phoneWith('report-m', { schemaVersion: 3, ...ids, photos: [] })
  expect(drafts.find('report-m')).toBeUndefined()
})
