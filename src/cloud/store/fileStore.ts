import type { FileId, MatterId, PersonId } from '@domain/shared/ids'
import type { Instant } from '@domain/shared/instant'
import type { FileProgress } from '@contract/api/uploadChunk'
import type { ProblemCode } from '@contract/problems'
import type { Queryable } from './database'

/** The first half of the lock's key; imports have 1. */
export const SWEEP_LOCK = 2

/** A photo on its way from a phone: receiving -> received -> ready, or refused. */
export type StoredFile = {
  readonly fileId: FileId
  readonly ownerId: PersonId
  /** Of the whole file, as the phone announced it. */
  readonly bytes: number
  readonly sha256: string
  readonly receivedBytes: number
  /** The blobs that hold what has come, in order. */
  readonly parts: readonly string[]
  /** How often it has started again from nothing. */
  readonly generation: number
  readonly state: FileProgress['state']
  readonly refusedCode: ProblemCode | null
  readonly attempts: number
}

const COLUMNS = `file_id as "fileId", owner_id as "ownerId", bytes, sha256,
  received_bytes as "receivedBytes", parts, generation, state, refused_code as "refusedCode",
  attempts`

/** What a phone says of its file, and whose phone it is. */
export type FileClaim = Pick<StoredFile, 'fileId' | 'ownerId' | 'bytes' | 'sha256'> & {
  readonly countyId: number
}

export type Arrival = {
  readonly part: string
  /** What is true of the file once this part is there. */
  readonly state: 'receiving' | 'received' | 'refused'
  readonly refusedCode: ProblemCode | null
  readonly now: Instant
}

/**
 * The whole file in one piece, in one statement whatever was there before. `undefined`: the id
 * belongs to another person or to other bytes. While it waits to be cleaned, `parts` may always
 * name the piece that has just been stored whole, which mends a file whose earlier blobs were lost.
 */
export async function takeWholeFile(
  db: Queryable,
  claim: FileClaim,
  arrival: Arrival,
): Promise<StoredFile | undefined> {
  const [row] = await db.query<StoredFile>(
    `insert into files (county_id, file_id, owner_id, bytes, sha256, received_bytes, parts, state,
       refused_code, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $4, array[$6], $7, $8, $9, $9)
     on conflict (county_id, file_id) do update set
       received_bytes = excluded.received_bytes,
       parts = case when files.state in ('receiving', 'received') then excluded.parts
         else files.parts end,
       state = case files.state when 'receiving' then excluded.state else files.state end,
       refused_code = case files.state when 'receiving' then excluded.refused_code
         else files.refused_code end,
       updated_at = case files.state when 'receiving' then excluded.updated_at
         else files.updated_at end
     where files.owner_id = excluded.owner_id and files.bytes = excluded.bytes
       and files.sha256 = excluded.sha256
     returning ${COLUMNS}`,
    [
      claim.countyId,
      claim.fileId,
      claim.ownerId,
      claim.bytes,
      claim.sha256,
      arrival.part,
      arrival.state,
      arrival.refusedCode,
      new Date(arrival.now),
    ],
    'take-whole-file',
  )
  return row
}

export async function findFile(
  db: Queryable,
  countyId: number,
  fileId: FileId,
): Promise<StoredFile | undefined> {
  const [row] = await db.query<StoredFile>(
    `select ${COLUMNS} from files where county_id = $1 and file_id = $2`,
    [countyId, fileId],
  )
  return row
}

/** What somebody has announced since then, in bytes. */
export async function sumOfFiles(
  db: Queryable,
  files: { countyId: number; ownerId: PersonId; since: Instant; atLeastEach: number },
): Promise<number> {
  const [row] = await db.query<{ bytes: number }>(
    `select coalesce(sum(greatest(bytes, $4::int)), 0)::bigint as bytes from files
     where county_id = $1 and owner_id = $2 and created_at >= $3`,
    [files.countyId, files.ownerId, new Date(files.since), files.atLeastEach],
  )
  return row?.bytes ?? 0
}

/** The row of a file that comes in several pieces; whoever is second finds the first one's. */
export async function beginFile(db: Queryable, claim: FileClaim, now: Instant): Promise<void> {
  await db.query(
    `insert into files (county_id, file_id, owner_id, bytes, sha256, state, created_at, updated_at)
     values ($1, $2, $3, $4, $5, 'receiving', $6, $6) on conflict do nothing`,
    [claim.countyId, claim.fileId, claim.ownerId, claim.bytes, claim.sha256, new Date(now)],
  )
}

/** Only if nothing has come since `file` was read; `undefined` when another sender was faster. */
export async function appendPart(
  db: Queryable,
  countyId: number,
  file: StoredFile,
  { part, length, state, refusedCode, now }: Arrival & { readonly length: number },
): Promise<StoredFile | undefined> {
  const [row] = await db.query<StoredFile>(
    `update files set received_bytes = received_bytes + $5::int,
       parts = array_append(parts, $6::text), state = $7, refused_code = $8, updated_at = $9
     where county_id = $1 and file_id = $2 and generation = $3 and received_bytes = $4
       and state = 'receiving'
     returning ${COLUMNS}`,
    [
      countyId,
      file.fileId,
      file.generation,
      file.receivedBytes,
      length,
      part,
      state,
      refusedCode,
      new Date(now),
    ],
  )
  return row
}

/**
 * Nothing has come, as far as the phone will be told. False when the file is no longer as it was
 * read.
 */
export async function restartFile(
  db: Queryable,
  countyId: number,
  file: StoredFile,
  now: Instant,
): Promise<boolean> {
  const rows = await db.query(
    `update files set received_bytes = 0, parts = '{}', generation = generation + 1,
       state = 'receiving', attempts = 0, processing_until = null, updated_at = $6
     where county_id = $1 and file_id = $2 and generation = $3 and received_bytes = $4
       and state = $5
     returning 1`,
    [countyId, file.fileId, file.generation, file.receivedBytes, file.state, new Date(now)],
  )
  return rows.length > 0
}

/**
 * The next file to clean or to record, leased: whoever is killed holding it loses it when the lease
 * ends. The attempt is counted before it is made, so that a photo that kills the process is not
 * tried for ever.
 */
export async function claimFile(
  db: Queryable,
  countyId: number,
  { now, until }: { readonly now: Instant; readonly until: Instant },
): Promise<StoredFile | undefined> {
  const [row] = await db.query<StoredFile>(
    `update files set processing_until = $3, attempts = attempts + 1
     where county_id = $1 and file_id = (
       select file_id from files
       where county_id = $1 and state <> 'receiving' and recorded_at is null
         and (processing_until is null or processing_until <= $2)
       order by updated_at limit 1 for update skip locked)
     returning ${COLUMNS}`,
    [countyId, new Date(now), new Date(until)],
  )
  return row
}

/** The world failed, not the photo: others first, and the attempt does not count against it. */
export async function postponeFile(
  db: Queryable,
  countyId: number,
  fileId: FileId,
  until: Instant,
): Promise<void> {
  await db.query(
    `update files set processing_until = $3, attempts = greatest(attempts - 1, 0)
     where county_id = $1 and file_id = $2`,
    [countyId, fileId, new Date(until)],
  )
}

/**
 * Says where the picture will lie before it is put there. The sweep looks for whoever shows a
 * picture, then takes its bytes away; between the two nobody else may announce the same.
 */
export async function announceBlobs(
  db: Queryable,
  countyId: number,
  fileId: FileId,
  { photoKey, thumbnailKey }: Pick<CleanedFile, 'photoKey' | 'thumbnailKey'>,
): Promise<void> {
  await db.query(
    `with turn as materialized (select pg_advisory_xact_lock_shared($5::int, 0))
     update files set photo_key = $3, thumbnail_key = $4 from turn
     where county_id = $1 and file_id = $2 and state = 'received'`,
    [countyId, fileId, photoKey, thumbnailKey, SWEEP_LOCK],
  )
}

export type CleanedFile = {
  readonly photoKey: string
  /** None of a voice or a video. */
  readonly thumbnailKey: string | null
  readonly width: number | null
  readonly height: number | null
  /** What a voice says, where a service put it into words. */
  readonly transcript: string | null
}

/** False when another cleaner, who took it over, was first. */
export async function readyFile(
  db: Queryable,
  countyId: number,
  fileId: FileId,
  { photoKey, thumbnailKey, width, height, transcript }: CleanedFile,
): Promise<boolean> {
  const rows = await db.query(
    `update files set state = 'ready', photo_key = $3, thumbnail_key = $4, width = $5, height = $6,
       transcript = $7
     where county_id = $1 and file_id = $2 and state = 'received' returning 1`,
    [countyId, fileId, photoKey, thumbnailKey, width, height, transcript],
  )
  return rows.length > 0
}

export async function refuseFile(
  db: Queryable,
  countyId: number,
  fileId: FileId,
  code: ProblemCode,
): Promise<boolean> {
  const rows = await db.query(
    `update files set state = 'refused', refused_code = $3
     where county_id = $1 and file_id = $2 and state = 'received' returning 1`,
    [countyId, fileId, code],
  )
  return rows.length > 0
}

export async function markRecorded(
  db: Queryable,
  countyId: number,
  fileId: FileId,
  now: Instant,
): Promise<void> {
  await db.query('update files set recorded_at = $3 where county_id = $1 and file_id = $2', [
    countyId,
    fileId,
    new Date(now),
  ])
}

export async function listMattersOfFile(
  db: Queryable,
  countyId: number,
  fileId: FileId,
): Promise<MatterId[]> {
  const rows = await db.query<{ matter_id: MatterId }>(
    'select matter_id from matter_files where county_id = $1 and file_id = $2 order by matter_id',
    [countyId, fileId],
  )
  return rows.map((row) => row.matter_id)
}

/**
 * What views need of a photo. A matter's own word on its photos is for its timeline; this is what
 * is true now.
 */
export type PhotoRow = {
  readonly state: StoredFile['state']
  readonly ownerId: PersonId
  readonly photoKey: string | null
  readonly thumbnailKey: string | null
  readonly transcript: string | null
  /** With boxes over what nobody needs to see. */
  readonly masked?: boolean
}

/** By file id; one that is missing is still on the phone. */
export async function photoStates(
  db: Queryable,
  countyId: number,
  fileIds: readonly FileId[],
): Promise<Map<string, PhotoRow>> {
  if (fileIds.length === 0) return new Map()
  const rows = await db.query<PhotoRow & { fileId: FileId }>(
    `select file_id as "fileId", state, owner_id as "ownerId", 
       coalesce(masked_key, photo_key) as "photoKey",
       coalesce(masked_thumbnail_key, thumbnail_key) as "thumbnailKey",
       masked_key is not null as masked, transcript
     from files where county_id = $1 and file_id = any($2::uuid[])`,
    [countyId, [...fileIds]],
  )
  return new Map(rows.map(({ fileId, ...photo }) => [fileId, photo]))
}
