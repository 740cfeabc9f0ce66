import { clearCopies, clearSent } from '@miniapp/queue/clearSent'
import { createQueueRecords } from '@miniapp/queue/queueRecords'
import { QUEUE_SCHEMA_VERSION, type QueueItem, type QueuedPhoto } from '@miniapp/queue/queueItem'
import { filesLevel, percentTaken, recordsLevel, roomRules } from '@miniapp/queue/roomRules'
import { createFakePlatform } from '../support/fakePlatform'
import { freshApp } from '../support/freshApp'
import { createMemoryPhone } from '../support/memoryPhone'

const MEGABYTE = 1024 * 1024
const idOf = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`

function photo(n: number, change: Partial<QueuedPhoto> = {}): QueuedPhoto {
  const whole = { bytes: 3, sha256: 'a', sentBytes: 3, hashFailures: 0 }
  return { fileId: idOf(n), ...whole, state: 'sent', ...change }
}

function item(n: number, change: Partial<QueueItem> = {}): QueueItem {
  return {
    schemaVersion: QUEUE_SCHEMA_VERSION,
    itemId: `i${n}`,
    order: n,
    operation: 'reportMatter',
    matterId: `m${n}`,
    body: { fileIds: [idOf(n)] },
    photos: [photo(n)],
    step: 'done',
    asked: true,
    attempts: 0,
    notBefore: 0,
    createdAt: 1,
    label: { title: '路灯不亮' },
    ...change,
  }
}

/** Each item with its photo still on the disk. */
function phoneWith(items: readonly QueueItem[]) {
  const phone = createMemoryPhone()
  const records = createQueueRecords(phone.records)
  for (const one of items) {
    records.save(one)
    for (const { fileId } of one.photos) phone.album.set(fileId, new Uint8Array(3))
  }
  const clear = () =>
    clearSent({
      items: records.load().items,
      forget: records.remove,
      photos: phone.photos,
      store: phone.records,
    })
  return { phone, records, clear }
}

test('eighty percent of either share is tight, all of it is full', () => {
  const { recordsBytesMax: records, filesBytesMax: files } = roomRules
  expect([records, files]).toEqual([5 * MEGABYTE, 150 * MEGABYTE])
  expect([0.79, 0.8, 1].map((share) => recordsLevel({ records: records * share }))).toEqual([
    'fine',
    'tight',
    'full',
  ])
  expect([0.79, 0.8, 1].map((share) => filesLevel({ files: files * share }))).toEqual([
    'fine',
    'tight',
    'full',
  ])
  expect(percentTaken({ records: records * 0.5, files: files * 0.85 })).toBe(85)
})

test('cleared away is only what the township has: never what waits, was refused, lost, or is named by a draft', async () => {
  const kept = roomRules.sentKeptWhenTight
  const sent = Array.from({ length: kept + 3 }, (_, n) => item(n + 1))
  const waiting = item(50, { step: 'photos', photos: [photo(50, { state: 'waiting' })] })
  const lost = item(51, { trouble: { cause: 'photos', lost: 1 } })
  const { phone, records, clear } = phoneWith([...sent, waiting, lost])
  phone.records.write('draft/report-x', { photos: [{ fileId: idOf(2) }] })
  await clear()
  const left = records.load().items.map(({ order }) => order)
  expect(left).toEqual([...sent.slice(3).map(({ order }) => order), 50, 51])
  expect(phone.album.has(idOf(1))).toBe(false)
  expect(phone.album.has(idOf(2))).toBe(true)
  expect(phone.album.has(idOf(3))).toBe(false)
  for (const order of left) expect(phone.album.has(idOf(order))).toBe(true)
  expect(phone.disk.has('draft/report-x')).toBe(true)
})

test('copies of other people’s lists go before one’s own, and what a report needs without signal stays', () => {
  const { records } = createMemoryPhone()
  const keys = [`cache/list-${idOf(1)}-mine`, `cache/list-${idOf(2)}-mine`, 'cache/kinds-2']
  for (const key of [...keys, 'session', 'draft/report-x']) records.write(key, 'x'.repeat(100))
  const own = idOf(2)
  clearCopies(records, own, () => records.keys().length < 5)
  expect(records.keys()).toEqual([keys[1], 'cache/kinds-2', 'session', 'draft/report-x'])
  clearCopies(records, own, () => false)
  expect(records.keys()).toEqual(['cache/kinds-2', 'session', 'draft/report-x'])
})

test('on a phone that is tight what was sent goes by itself, and a full one takes no further report in', async () => {
  const fake = createFakePlatform()
  const { records, album } = fake.phone
  for (let n = 1; n <= 10; n++) records.write(`queue/i${n}`, item(n))
  for (let n = 1; n <= 10; n++) album.set(idOf(n), new Uint8Array(13 * MEGABYTE))
  freshApp(fake)
  const { measureRoom, useRoom } = await import('@miniapp/stores/room')
  const { sendQueue } = await import('@miniapp/stores/sendQueue')
  const { QueueFull } = await import('@miniapp/queue/createSendQueue')
  await measureRoom()
  expect(sendQueue.read().items).toHaveLength(roomRules.sentKeptWhenTight)
  expect(useRoom.getState().files).toBe(5 * 13 * MEGABYTE)

  records.write('draft/report-x', 'x'.repeat(roomRules.recordsBytesMax))
  const next = item(20, { step: 'command', photos: [] })
  expect(() => sendQueue.submit([next])).toThrow(QueueFull)
  expect(records.keys()).not.toContain('queue/i20')
  records.remove('draft/report-x')
  sendQueue.submit([next])
  expect(records.keys()).toContain('queue/i20')
})
