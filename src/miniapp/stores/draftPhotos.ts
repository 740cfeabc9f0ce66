import { photoRules } from '@domain/photo/photoRules'
import { log } from '../platform/log'
import { platform } from '../platform/platform'
import type { PhotoSource } from '../platform/ports'
import type { PhotoRecord } from '../photos/photoRecord'
import { readyPhoto, type Readied, type Unfit } from '../photos/readyPhoto'
import { changeDraft, openDraft, type Draft } from './drafts'
import { say } from '../words/say'
import { filesLevel } from '../queue/roomRules'
import { mintId } from './mintId'
import { forgetSize, measureRoom, useRoom } from './room'

const readying = new Map<string, Promise<void>>()

/** Opens camera or album. Answers how many photos were kept; 0 when the person turned back. */
export async function addPhotos(
  key: string,
  source: PhotoSource,
  { field, max = photoRules.photosPerMatterMax }: { field?: string; max?: number } = {},
): Promise<number> {
  const there = (openDraft(key)?.photos ?? []).filter(
    (photo) => photo.field === field && photo.medium !== 'voice',
  )
  const room = max - there.length
  if (room <= 0) return 0
  demandRoom()
  const taken = await platform.photos.pick(source, source === 'camera' ? 1 : room)
  for (const temporary of taken)
    await keepInDraft(key, temporary, field === undefined ? {} : { field })
  return taken.length
}

/** The camera gave a photo, and the phone had no room to keep it. */
export class NotKept extends Error {}

/** Said before the camera opens: nobody likes to take a photo for nothing. */
function demandRoom(): void {
  if (filesLevel(useRoom.getState()) === 'full') throw new NotKept('The app has taken its share')
}

/** Why there is no photo, to whoever wanted to take one. */
export function sayPhotoFailed(cause: unknown): void {
  const { photoNotKept, cameraFailed } = say.report
  platform.dialogs.toast(cause instanceof NotKept ? photoNotKept : cameraFailed)
}

/** Out of the temporary folder before anything else; then named by the draft. Rejects with `NotKept`. */
export async function keepInDraft(
  key: string,
  temporary: string,
  about: Pick<PhotoRecord, 'field' | 'medium' | 'seconds'>,
): Promise<void> {
  demandRoom()
  const fileId = mintId()
  await platform.photos.adopt(temporary, fileId).catch((cause: unknown) => {
    throw new NotKept('The phone has no room', { cause })
  })
  const photo = { fileId, takenAt: Date.now(), ...about }
  changeDraft(key, (draft) => ({ ...draft, photos: [...draft.photos, photo] }))
  void readyOne(key, photo)
}

/** Only from the draft: the refused report that it mends may still name the file. The sweep takes what nobody names. */
export function removePhoto(key: string, fileId: string): void {
  changeDraft(key, (draft) => ({
    ...draft,
    photos: draft.photos.filter((photo) => photo.fileId !== fileId),
  }))
}

/** Waits until every photo of the draft is small and hashed. Answers how many were gone. */
export async function readyPhotos(key: string): Promise<number> {
  const before = openDraft(key)?.photos ?? []
  await Promise.all(before.map((photo) => readyOne(key, photo)))
  return before.length - (openDraft(key)?.photos.length ?? 0)
}

/** Is every photo small and hashed, as it will be sent? */
export function isReady({ photos }: Pick<Draft, 'photos'>): boolean {
  return photos.every(({ ready }) => ready !== undefined)
}

/** One run per photo: two would shrink the same file under each other's hands. */
function readyOne(key: string, photo: PhotoRecord): Promise<void> {
  if (photo.ready) return Promise.resolve()
  const running = readying.get(photo.fileId)
  if (running) return running
  const run = makeReady(key, photo).finally(() => readying.delete(photo.fileId))
  readying.set(photo.fileId, run)
  return run
}

async function makeReady(key: string, photo: PhotoRecord): Promise<void> {
  const readied = await readyPhoto(platform.photos, photo).catch((cause: unknown): Readied => {
    log('A photo could not be made ready', cause)
    // It is there and cannot be read now: the next try may do better, and until then it stays.
    return { photo }
  })
  const ready = 'photo' in readied ? readied.photo : undefined
  changeDraft(key, (draft) => ({
    ...draft,
    photos: draft.photos.flatMap((other) =>
      other.fileId !== photo.fileId ? [other] : ready ? [ready] : [],
    ),
  }))
  if ('unfit' in readied) await dropUnfit(photo, readied.unfit)
  forgetSize(photo.fileId)
  void measureRoom()
}

/** It can never be sent, so it takes no room; in the person's own album it is still there. */
async function dropUnfit({ fileId }: PhotoRecord, unfit: Unfit): Promise<void> {
  platform.dialogs.toast(say.report.photoUnfit[unfit])
  await platform.photos.remove(fileId).catch((cause: unknown) => log('A photo stays', cause))
}
