import type { QueueItem } from '@miniapp/queue/queueItem'
import type { PhoneMemory } from '../weappHost/types'
import type { Ledger, Written } from './person'
import type { StrictTownship } from './strictTownship'

type Case = {
  readonly township: StrictTownship
  readonly ledger: Ledger
  readonly memory: PhoneMemory
}

/** Every report reached the township exactly once with all its photos, or stands in the queue with its reason. */
export function judge({ township, ledger, memory }: Case) {
  const items = queueOf(memory)
  const counts = { reports: 0, arrived: 0, photos: 0, needsYou: 0, stillDraft: 0, neverBegun: 0 }
  const faults = township.broken.map((words) => `against the contract: ${words}`)
  for (const [matterId, written] of ledger.reports) {
    const item = items.find((other) => other.matterId === matterId)
    counts.reports += 1
    if (township.matters.has(matterId)) {
      counts.arrived += 1
      counts.photos += township.arrivedPhotos(matterId).length
      faults.push(...photoFaults({ township, ledger, memory }, matterId, written, item))
    } else if (reasonOf(item)) counts.needsYou += 1
    else if (!written.submitted && draftPhotos(memory, matterId) >= written.seen)
      counts.stillDraft += 1
    else if (written.submitted || written.seen > 0) faults.push(`${matterId} is lost: ${at(item)}`)
    else counts.neverBegun += 1
  }
  for (const item of items)
    if (item.step !== 'done' && !reasonOf(item)) faults.push(`${item.itemId} waits: ${at(item)}`)
  return { faults, counts }
}

function photoFaults(
  { township, ledger }: Case,
  matterId: string,
  { seen }: Written,
  item: QueueItem | undefined,
): string[] {
  const photos = township.arrivedPhotos(matterId)
  const faults: string[] = []
  const lacking = township.lackingPhotos(matterId)
  if (lacking.length > 0 && !reasonOf(item)) faults.push(`${matterId} lacks ${lacking.join()}`)
  if (photos.length + lacking.length < seen)
    faults.push(`${matterId} has ${photos.length} photos, the person saw ${seen}`)
  const strange = photos.filter((photo) => !ledger.taken.some((bytes) => photo.equals(bytes)))
  if (strange.length > 0) faults.push(`${matterId} has photos that nobody took`)
  const different = new Set(photos.map((photo) => photo.toString('latin1')))
  if (different.size !== photos.length) faults.push(`${matterId} has a photo twice`)
  return faults
}

/** Why the person is needed; nothing while it still goes by itself. */
function reasonOf(item: QueueItem | undefined): string | undefined {
  const { trouble } = item ?? {}
  if (!trouble) return undefined
  return trouble.cause === 'refused' ? trouble.problem.code : `photos ${trouble.lost}`
}

function at(item: QueueItem | undefined): string {
  if (!item) return 'neither in the queue nor there'
  const { step, asked, attempts, notBefore } = item
  return JSON.stringify({ step, asked, attempts, notBefore })
}

/** As many photos as its draft still holds; one that nobody sent stands on the first page and is not lost. */
function draftPhotos({ storage }: PhoneMemory, matterId: string): number {
  const text = storage.get(`draft/report-${matterId}`)
  if (text === undefined) return -1
  return (JSON.parse(text) as { data: { photos: unknown[] } }).data.photos.length
}

function queueOf({ storage }: PhoneMemory): QueueItem[] {
  return [...storage]
    .filter(([key]) => key.startsWith('queue/'))
    .map(([, text]) => (JSON.parse(text) as { data: QueueItem }).data)
}
