import { isDue, isMine, type DrainState } from './drainState'
import { waitingPhotos, type QueueItem } from './queueItem'
import { queueRules } from './queueRules'
import { uploadPhoto } from './uploadPhoto'

type Job = { readonly itemId: string; readonly fileId: string }

/** The second lane: photos of matters the server knows, a few at once. */
export async function sendPhotos(state: DrainState): Promise<void> {
  const tried = new Set<string>()
  const worker = async () => {
    for (let job = nextPhoto(state, tried); job; job = nextPhoto(state, tried)) {
      tried.add(job.fileId)
      if (!(await upload(state, job))) return
    }
  }
  await Promise.all(Array.from({ length: queueRules.uploadsAtOnce }, worker))
  await finishItems(state)
}

function nextPhoto({ ports, records }: DrainState, tried: ReadonlySet<string>): Job | undefined {
  const personId = ports.personId()
  if (personId === undefined) return undefined
  for (const item of records.load().items) {
    if (item.step !== 'photos' || !isMine(item, personId) || !isDue(item, ports.now())) continue
    const photo = waitingPhotos(item).find(({ fileId }) => !tried.has(fileId))
    if (photo) return { itemId: item.itemId, fileId: photo.fileId }
  }
  return undefined
}

async function upload(state: DrainState, { itemId, fileId }: Job): Promise<boolean> {
  state.sending.add(itemId)
  state.changed()
  try {
    return await uploadPhoto(state, itemId, fileId)
  } finally {
    state.sending.delete(itemId)
    state.changed()
  }
}

/** First the record, then the files: killed in between, the sweep of unnamed files finds them. */
async function finishItems({ ports, records, changed }: DrainState): Promise<void> {
  const complete = (item: QueueItem) =>
    item.step === 'photos' && !item.trouble && waitingPhotos(item).length === 0
  for (const item of records.load().items.filter(complete)) {
    records.update(item.itemId, finished)
    changed()
    for (const photo of item.photos) await ports.photos.remove(photo.fileId)
  }
}

function finished(item: QueueItem): QueueItem {
  const lost = item.photos.filter((photo) => photo.state !== 'sent').length
  return lost === 0 ? { ...item, step: 'done' } : { ...item, trouble: { cause: 'photos', lost } }
}
