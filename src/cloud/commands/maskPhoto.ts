import type { Actor } from '@domain/access/actor'
import type { Matter } from '@domain/matter/matter'
import type { FileId } from '@domain/shared/ids'
import { isRefusal, refuse, type Refusal } from '@domain/shared/refusal'
import type { Box } from '@contract/api/maskPhoto'
import type { ProblemCode } from '@contract/problems'
import { auditOf } from '../audit/auditOf'
import type { Context } from '../context'
import { formatOfKey, photoKey } from '../files/blobKeys'
import { burnBoxes } from '../files/burnBoxes'
import { signPhotoLink } from '../files/photoLinks'
import { sha256Of } from '../files/sha256Of'
import type { Handler } from '../handler'
import { findForDesk } from '../queries/findForDesk'
import {
  findMaskedFile,
  insertMask,
  lastBoxes,
  showMasked,
  type MaskedFile,
} from '../store/maskStore'
import { isShown, lockForSweep } from '../store/staleFiles'
import { inputHash, sameHash } from './inputHash'

/** 盖黑框: the boxes are kept as they were drawn, and the picture that is shown is made anew with them in it. */
export const maskPhoto: Handler<'maskPhoto'> = async (context, actor, request) => {
  const { matterId, fileId, boxes, commandId: maskId } = request
  const matter = await findForDesk(context, actor, matterId)
  if (isRefusal(matter)) return matter
  const file = await findPhoto(context, matter, fileId)
  if (isRefusal(file)) return file
  const keys = await keepMasked(context, file, boxes)
  if (!keys) return refuse('file.not-found')
  const { database, countyId, now } = context
  const hash = inputHash('maskPhoto', actor.personId, request)
  const mask = { maskId, fileId, matterId, boxes, inputHash: hash, at: now() }
  const before = await database.transaction(async (tx) => {
    const known = await insertMask(tx, countyId, { ...mask, personId: actor.personId })
    if (!known) await showMasked(tx, countyId, fileId, keys)
    return known
  })
  if (before && !sameHash(before, hash)) return refuse('command.id-reused')
  if (!before) await dropUnshown(context, file)
  return { boxes: [...boxes] }
}

/** 看原图: on record before it is answered, as any secret is. */
export const openOriginal: Handler<'openOriginal'> = async (context, actor, request, caller) => {
  const { matterId, fileId } = request
  const matter = await findForDesk(context, actor, matterId, 'matter.readSensitive')
  if (isRefusal(matter)) return matter
  const file = await findPhoto(context, matter, fileId)
  if (isRefusal(file)) return file
  if (actor.unproven) return refuse('factor.needed')
  const details = { fileId }
  await context.audit.write(
    auditOf(context, actor, { act: 'photo.opened', matterId, details, caller }),
  )
  const { database, countyId } = context
  return {
    url: linkTo(context, actor, file.photoKey),
    boxes: [...(await lastBoxes(database, countyId, fileId))],
  }
}

/** Only a photo that this matter shows, from whoever named it there. */
async function findPhoto(
  { database, countyId }: Context,
  matter: Matter,
  fileId: FileId,
): Promise<MaskedFile | Refusal<ProblemCode>> {
  const named = matter.photos.find((photo) => photo.fileId === fileId)
  const file = named && (await findMaskedFile(database, countyId, fileId))
  const shown = file?.ownerId === named?.by && formatOfKey(file?.photoKey ?? '') === 'jpg'
  return file && shown ? file : refuse('file.not-found')
}

async function keepMasked({ blobs }: Context, file: MaskedFile, boxes: readonly Box[]) {
  if (boxes.length === 0) return { photo: null, thumbnail: null }
  const bytes = await blobs.get(file.photoKey)
  const masked = bytes && (await burnBoxes(bytes, boxes))
  if (!masked) return undefined
  const keys = {
    photo: photoKey(sha256Of(masked.photo)),
    thumbnail: photoKey(sha256Of(masked.thumbnail)),
  }
  await blobs.put(keys.photo, masked.photo)
  await blobs.put(keys.thumbnail, masked.thumbnail)
  return keys
}

/** What showed it with the boxes of before. */
async function dropUnshown(context: Context, file: MaskedFile): Promise<void> {
  const keys = [file.maskedKey, file.maskedThumbnailKey].filter((key) => key !== null)
  if (keys.length === 0) return
  await context.database.transaction(async (tx) => {
    await lockForSweep(tx)
    for (const key of keys) if (!(await isShown(tx, key))) await context.blobs.delete(key)
  })
}

/** Good for minutes, and no device keeps a copy: as of a matter that few may read. */
function linkTo({ linkSecret, countyId, now }: Context, { personId }: Actor, key: string): string {
  return signPhotoLink(linkSecret, { countyId, personId, key, sensitive: true, now: now() })
}
