import { uuidV7 } from '@domain/shared/ids'
import { sweepPhotos } from '@miniapp/photos/sweepPhotos'
import { createMemoryPhone } from '../support/memoryPhone'

const DAY_MS = 24 * 60 * 60 * 1000
const now = 1_790_000_000_000

function takenAt(at: number): string {
  return uuidV7(
    at,
    Uint8Array.from({ length: 10 }, () => Math.floor(Math.random() * 256)),
  )
}

test('only old photos that nothing names are swept away', async () => {
  const { photos, records, album } = createMemoryPhone()
  const [forgotten, queued, drafted, ofUnreadable, fresh] = [
    now - 3 * DAY_MS,
    now - 3 * DAY_MS,
    now - 3 * DAY_MS,
    now - 3 * DAY_MS,
    now - 1000,
  ].map(takenAt) as [string, string, string, string, string]
  for (const fileId of [forgotten, queued, drafted, ofUnreadable, fresh])
    album.set(fileId, Uint8Array.of(1))
  records.write('queue/1', { schemaVersion: 1, photos: [{ fileId: queued }] })
  records.write('draft/report-1', { schemaVersion: 1, photos: [{ fileId: drafted }] })
  records.write('queue/2', { schemaVersion: 99, pictures: { inSomeNewPlace: ofUnreadable } })
  await sweepPhotos(photos, records, now)
  expect([...album.keys()].sort()).toEqual([queued, drafted, ofUnreadable, fresh].sort())
})
