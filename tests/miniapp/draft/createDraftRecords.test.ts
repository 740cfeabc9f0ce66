import { createDraftRecords } from '@miniapp/draft/createDraftRecords'
import { wordsIn } from '@miniapp/draft/wordsIn'
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
  expect(drafts.list()).toMatchObject([{ key: 'report-m', unreadable: 'from-a-newer-app' }])
})

test('a new draft under the same key writes over nothing that another version wrote, however often', () => {
  const newer = {
    schemaVersion: 9,
    ...ids,
    action: 'handle',
    texts: { result: '修好了' },
    photos: [],
  }
  const drafts = phoneWith('action-m-handle', newer)
  const fresh = {
    schemaVersion: 2,
    ...ids,
    action: 'handle',
    texts: {},
    values: {},
    names: {},
    photos: [],
  }
  drafts.save('action-m-handle', fresh)
  drafts.save('action-m-handle', { ...fresh, texts: { result: '新写的' } })
  expect(drafts.find('action-m-handle')).toMatchObject({ texts: { result: '新写的' } })
  const aside = drafts.list().filter((kept) => 'unreadable' in kept)
  expect(aside).toEqual([expect.objectContaining({ key: 'kept-0-action-m-handle', raw: newer })])
})

test('of what cannot be understood the words that somebody typed can still be read', () => {
  const raw = {
    schemaVersion: 9,
    matterId: 'm-1',
    action: 'handle',
    pages: [{ text: '桥头塌了一块', takenAt: 5 }, { result: ['拦了绳子', ''] }],
  }
  expect(wordsIn(raw)).toEqual(['桥头塌了一块', '拦了绳子'])
  expect(wordsIn('半句话')).toEqual(['半句话'])
  expect(wordsIn(null)).toEqual([])
})
