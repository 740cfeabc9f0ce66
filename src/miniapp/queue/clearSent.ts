import type { PhotoFiles, RecordStore } from '../platform/ports'
import { namedFiles } from '../photos/sweepPhotos'
import type { QueueItem } from './queueItem'
import { roomRules } from './roomRules'

const OF_SOMEBODY = /^cache\/.*[0-9a-f]{8}-[0-9a-f]{4}-/

type Parts = {
  readonly items: readonly QueueItem[]
  readonly forget: (itemId: string) => void
  readonly photos: Pick<PhotoFiles, 'remove'>
  readonly store: RecordStore
}

/**
 * Clears away what the server has confirmed, and nothing else: sent items but the last few, and their photos unless a
 * draft or a waiting item names them too. First the record: killed in between, the sweep finds the photos.
 */
export async function clearSent({ items, forget, photos, store }: Parts): Promise<void> {
  const sent = items.filter((item) => item.step === 'done' && !item.trouble)
  const old = sent.slice(0, -roomRules.sentKeptWhenTight)
  for (const { itemId } of old) forget(itemId)
  const named = namedFiles(store)
  const confirmed = old
    .flatMap((item) => item.photos)
    .filter((photo) => photo.state === 'sent' && !named.has(photo.fileId))
  for (const { fileId } of confirmed) await photos.remove(fileId)
}

/**
 * Copies of what the server has for somebody: of other people on this phone first, one's own only where that is not
 * enough. What everybody needs to report without signal, such as the kinds, stays.
 */
export function clearCopies(
  store: RecordStore,
  personId: string | undefined,
  enough: () => boolean,
): void {
  const copies = store.keys().filter((key) => OF_SOMEBODY.test(key))
  const own = (key: string) => personId !== undefined && key.includes(personId)
  for (const key of [...copies.filter((copy) => !own(copy)), ...copies.filter(own)]) {
    if (enough()) return
    store.remove(key)
  }
}
