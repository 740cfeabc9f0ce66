import type { Box } from '@contract/api/maskPhoto'
import type { FileId, PersonId } from '@domain/shared/ids'
import type { Instant } from '@domain/shared/instant'
import type { Queryable } from './database'

export type Mask = {
  readonly maskId: string
  readonly fileId: FileId
  readonly matterId: string
  readonly personId: PersonId
  readonly at: Instant
  readonly inputHash: Buffer
  readonly boxes: readonly Box[]
}

/** What lies behind a photo: its own picture, and the one with the boxes, where there is one. */
export type MaskedFile = {
  readonly ownerId: PersonId
  readonly photoKey: string
  readonly maskedKey: string | null
  readonly maskedThumbnailKey: string | null
}

export async function findMaskedFile(
  db: Queryable,
  countyId: number,
  fileId: FileId,
): Promise<MaskedFile | undefined> {
  const [row] = await db.query<MaskedFile>(
    `select owner_id as "ownerId", photo_key as "photoKey", masked_key as "maskedKey",
       masked_thumbnail_key as "maskedThumbnailKey"
     from files where county_id = $1 and file_id = $2 and state = 'ready' and photo_key is not null`,
    [countyId, fileId],
  )
  return row
}

/** The hash of the same mask from before; `undefined` when it is new and has been written. */
export async function insertMask(
  tx: Queryable,
  countyId: number,
  { maskId, fileId, matterId, personId, at, inputHash, boxes }: Mask,
): Promise<Uint8Array | undefined> {
  const rows = await tx.query(
    `insert into photo_masks (county_id, mask_id, file_id, matter_id, person_id, at, input_hash, boxes)
     values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb) on conflict do nothing returning 1`,
    [countyId, maskId, fileId, matterId, personId, new Date(at), inputHash, JSON.stringify(boxes)],
  )
  if (rows.length > 0) return undefined
  const [before] = await tx.query<{ input_hash: Uint8Array }>(
    'select input_hash from photo_masks where county_id = $1 and mask_id = $2',
    [countyId, maskId],
  )
  return before?.input_hash
}

/** From now on everybody is shown this one. */
export async function showMasked(
  tx: Queryable,
  countyId: number,
  fileId: FileId,
  keys: { readonly photo: string | null; readonly thumbnail: string | null },
): Promise<void> {
  await tx.query(
    `update files set masked_key = $3, masked_thumbnail_key = $4
     where county_id = $1 and file_id = $2`,
    [countyId, fileId, keys.photo, keys.thumbnail],
  )
}

/** The boxes that are in force: those said last. */
export async function lastBoxes(
  db: Queryable,
  countyId: number,
  fileId: FileId,
): Promise<readonly Box[]> {
  const [row] = await db.query<{ boxes: readonly Box[] }>(
    `select boxes from photo_masks where county_id = $1 and file_id = $2
     order by at desc, mask_id desc limit 1`,
    [countyId, fileId],
  )
  return row?.boxes ?? []
}
