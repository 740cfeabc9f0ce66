import type { FileProgress } from '@contract/api/uploadChunk'
import type { Problem } from '@contract/problems'
import type { Answer } from '../api/answer'
import { putOff, type DrainState } from './drainState'
import type { QueuedPhoto } from './queueItem'
import { queueRules } from './queueRules'

/** goOn: next chunk · settled: this photo needs nothing more · later: the item waits · stop: so does the lane. */
type Outcome = 'goOn' | 'settled' | 'later' | 'stop'

/** Sends one photo from where the server has it. Answers whether the lane may go on. */
export async function uploadPhoto(
  state: DrainState,
  itemId: string,
  fileId: string,
): Promise<boolean> {
  const { chunkBytes } = state.ports
  let asked = 0
  for (;;) {
    const photo = findPhoto(state, itemId, fileId)
    if (!photo) return true
    if (asked++ > mostRequests(photo, chunkBytes)) return putOffPhoto(state, itemId)
    const outcome = await sendNext(state, itemId, photo)
    if (outcome === 'settled') return true
    if (outcome === 'goOn') continue
    putOff(state, itemId)
    return outcome === 'later'
  }
}

/** What the phone cannot read at this moment waits; only what is not there any more is gone. */
async function sendNext(state: DrainState, itemId: string, photo: QueuedPhoto): Promise<Outcome> {
  const { photos, chunkBytes, fault } = state.ports
  try {
    const chunk = await photos.read(photo.fileId, photo.sentBytes, chunkBytes)
    return chunk ? await sendChunk(state, itemId, photo, chunk) : isGone(state, itemId, photo)
  } catch (cause) {
    fault(cause)
    return 'later'
  }
}

/** Each chunk once, and a few for finding the place again: a server that contradicts itself must not become a storm. */
function mostRequests({ bytes }: QueuedPhoto, chunkBytes: number): number {
  return Math.ceil(bytes / chunkBytes) + queueRules.offsetCorrectionsMax
}

function putOffPhoto(state: DrainState, itemId: string): true {
  putOff(state, itemId)
  return true
}

/** Read anew before each chunk: the person may have taken the item back meanwhile. */
function findPhoto(
  { records }: DrainState,
  itemId: string,
  fileId: string,
): QueuedPhoto | undefined {
  return records
    .find(itemId)
    ?.photos.find((photo) => photo.fileId === fileId && photo.state === 'waiting')
}

async function sendChunk(
  state: DrainState,
  itemId: string,
  photo: QueuedPhoto,
  chunk: ArrayBuffer,
): Promise<Outcome> {
  const { fileId, bytes, sha256, sentBytes } = photo
  const answer = (await state.ports.sendChunk(
    { fileId, bytes, sha256, offset: sentBytes },
    chunk,
  )) as Answer<FileProgress>
  switch (answer.kind) {
    case 'done':
      return progressed(state, itemId, photo, answer.value)
    case 'refused':
      return refused(state, itemId, photo, answer.problem)
    case 'signed-out':
    case 'unknown':
      return 'stop'
  }
}

function progressed(
  state: DrainState,
  itemId: string,
  photo: QueuedPhoto,
  progress: FileProgress,
): Outcome {
  switch (progress.state) {
    case 'received':
    case 'ready':
      return change(state, itemId, photo.fileId, { state: 'sent', sentBytes: photo.bytes })
    case 'refused':
      return change(state, itemId, photo.fileId, { state: 'refused' })
    case 'receiving':
      return goOnFrom(state, itemId, photo, progress.receivedBytes)
  }
}

/** Only a step forward, or one back, is worth another request at once; standing still would be a storm. */
function goOnFrom(
  state: DrainState,
  itemId: string,
  photo: QueuedPhoto,
  receivedBytes: number,
): Outcome {
  const moved =
    receivedBytes !== photo.sentBytes && receivedBytes >= 0 && receivedBytes < photo.bytes
  if (!moved) return 'later'
  change(state, itemId, photo.fileId, { sentBytes: receivedBytes })
  return 'goOn'
}

function refused(state: DrainState, itemId: string, photo: QueuedPhoto, problem: Problem): Outcome {
  const receivedBytes = problem.details?.receivedBytes
  if (problem.code === 'file.wrong-offset' && typeof receivedBytes === 'number')
    return goOnFrom(state, itemId, photo, receivedBytes)
  if (problem.code === 'file.hash-mismatch') return startAgain(state, itemId, photo)
  if (problem.retry === 'later') return 'later'
  return change(state, itemId, photo.fileId, { state: 'refused' })
}

function startAgain(state: DrainState, itemId: string, photo: QueuedPhoto): Outcome {
  const hashFailures = photo.hashFailures + 1
  const damaged = hashFailures >= queueRules.hashFailuresMax
  change(state, itemId, photo.fileId, {
    hashFailures,
    sentBytes: 0,
    ...(damaged ? { state: 'refused' } : {}),
  })
  return damaged ? 'settled' : 'later'
}

function isGone(state: DrainState, itemId: string, photo: QueuedPhoto): Outcome {
  return change(state, itemId, photo.fileId, { state: 'gone' })
}

function change(
  state: DrainState,
  itemId: string,
  fileId: string,
  changes: Partial<QueuedPhoto>,
): 'settled' {
  state.records.update(itemId, (item) => ({
    ...item,
    // Bytes that arrived prove the way is open: the next trouble starts with a short wait.
    attempts: 0,
    photos: item.photos.map((photo) =>
      photo.fileId === fileId ? { ...photo, ...changes } : photo,
    ),
  }))
  state.changed()
  return 'settled'
}
