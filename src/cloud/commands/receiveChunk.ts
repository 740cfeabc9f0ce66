import { holds, type Actor } from '@domain/access/actor'
import { photoRules } from '@domain/photo/photoRules'
import { isRefusal, refuse, type Refusal } from '@domain/shared/refusal'
import type { ChunkHeading, FileProgress } from '@contract/api/uploadChunk'
import type { ProblemCode } from '@contract/problems'
import type { Context } from '../context'
import { chunkPart, incomingFolder, incomingKey, wholePart } from '../files/blobKeys'
import { findFormat } from '../files/fileFormat'
import { readParts } from '../files/readParts'
import { sha256Of } from '../files/sha256Of'
import {
  appendPart,
  beginFile,
  findFile,
  restartFile,
  takeWholeFile,
  type FileClaim,
  type StoredFile,
} from '../store/fileStore'

/** One request's worth; a phone sends `photoRules.chunkBytes`. */
export const CHUNK_BYTES_MAX = 1024 * 1024

type Answer = FileProgress | Refusal<ProblemCode>

/**
 * Takes one piece of a photo. Bytes are stored before the row says so, so that whatever was
 * acknowledged survives a kill; the row moves on only from where the sender found it, so that two
 * senders at once are two equal successes. Most photos come whole in one piece: one blob written,
 * one statement.
 */
export async function receiveChunk(
  context: Context,
  actor: Actor,
  heading: ChunkHeading,
  data: Uint8Array,
): Promise<Answer> {
  if (!holds(actor, 'matter.report') && !holds(actor, 'matter.handle'))
    return refuse('access.not-permitted')
  const refusal = refuseSize(heading, data)
  if (refusal) return refusal
  context.wake.notify('uploading')
  const { fileId, bytes, sha256 } = heading
  const claim = { countyId: context.countyId, fileId, ownerId: actor.personId, bytes, sha256 }
  return data.length === bytes
    ? receiveWhole(context, actor, claim, data)
    : receivePart(context, actor, claim, heading.offset, data)
}

function refuseSize(
  { offset, bytes }: ChunkHeading,
  data: Uint8Array,
): Refusal<ProblemCode> | undefined {
  if (bytes > photoRules.photoBytesMax)
    return refuse('file.too-large', { max: photoRules.photoBytesMax })
  if (data.length > CHUNK_BYTES_MAX) return refuse('request.too-large', { max: CHUNK_BYTES_MAX })
  if (data.length === 0 || offset + data.length > bytes)
    return refuse('request.invalid', { offset, length: data.length, bytes })
  return undefined
}

async function receiveWhole(
  context: Context,
  actor: Actor,
  claim: FileClaim,
  data: Uint8Array,
): Promise<Answer> {
  if (sha256Of(data) !== claim.sha256) return refuse('file.hash-mismatch')
  const tooMany = await context.uploadQuota.take(actor, claim.bytes, context.now())
  // What was taken in before is answered again: the sender has only not heard of it.
  if (tooMany && !(await isKnown(context, claim))) return tooMany
  const part = wholePart(claim.sha256)
  const verdict = await judge(data)
  if (verdict.state === 'received') await context.blobs.put(incomingKey(claim.fileId, part), data)
  const file = await takeWholeFile(context.database, claim, {
    part,
    ...verdict,
    now: context.now(),
  })
  if (!file) return refuse('file.id-reused')
  // Settled before this repeat came: nobody will read what it has stored, so nobody else would
  // clear it away.
  if (file.state === 'ready' || file.state === 'refused')
    await context.blobs.deleteBelow(incomingFolder(file.fileId))
  return answer(context, file)
}

async function receivePart(
  context: Context,
  actor: Actor,
  claim: FileClaim,
  offset: number,
  data: Uint8Array,
): Promise<Answer> {
  const file = await findOrBegin(context, actor, claim, offset)
  if (isRefusal(file)) return file
  if (file && !belongs(file, claim)) return refuse('file.id-reused')
  const receivedBytes = file?.receivedBytes ?? 0
  if (offset > receivedBytes) return refuse('file.wrong-offset', { receivedBytes })
  if (!file || file.state !== 'receiving' || offset < receivedBytes) return current(context, claim)
  return appendTo(context, claim, file, data)
}

async function findOrBegin(
  context: Context,
  actor: Actor,
  claim: FileClaim,
  offset: number,
): Promise<StoredFile | Refusal<ProblemCode> | undefined> {
  const { database, countyId } = context
  const before = await findFile(database, countyId, claim.fileId)
  if (before || offset > 0) return before
  const tooMany = await context.uploadQuota.take(actor, claim.bytes, context.now())
  if (tooMany) return tooMany
  await beginFile(database, claim, context.now())
  return findFile(database, countyId, claim.fileId)
}

async function isKnown({ database, countyId }: Context, claim: FileClaim): Promise<boolean> {
  const file = await findFile(database, countyId, claim.fileId)
  return file !== undefined && belongs(file, claim)
}

function belongs(file: StoredFile, claim: FileClaim): boolean {
  return (
    file.ownerId === claim.ownerId && file.bytes === claim.bytes && file.sha256 === claim.sha256
  )
}

async function appendTo(
  context: Context,
  claim: FileClaim,
  file: StoredFile,
  data: Uint8Array,
): Promise<Answer> {
  const part = chunkPart(file.generation, file.receivedBytes, sha256Of(data))
  await context.blobs.put(incomingKey(file.fileId, part), data)
  const last = file.receivedBytes + data.length === file.bytes
  const verdict = last ? await judgeParts(context, file, data) : still
  if (!verdict) return startAgain(context, claim, file)
  const arrival = { part, ...verdict, length: data.length, now: context.now() }
  const next = await appendPart(context.database, context.countyId, file, arrival)
  return next ? answer(context, next) : current(context, claim)
}

type Verdict = {
  readonly state: 'receiving' | 'received' | 'refused'
  readonly refusedCode: ProblemCode | null
}

const still: Verdict = { state: 'receiving', refusedCode: null }

async function judge(bytes: Uint8Array): Promise<Verdict> {
  return (await findFormat(bytes))
    ? { state: 'received', refusedCode: null }
    : { state: 'refused', refusedCode: 'file.not-a-photo' }
}

/** `undefined` when the pieces do not make the file that was announced. */
async function judgeParts(
  context: Context,
  file: StoredFile,
  last: Uint8Array,
): Promise<Verdict | undefined> {
  const before = await readParts(context.blobs, file)
  if (!before) return undefined
  const whole = Buffer.concat([before, last])
  return sha256Of(whole) === file.sha256 ? judge(whole) : undefined
}

/**
 * The row first: until it says otherwise, another sender may be completing the very pieces that are
 * taken away.
 */
async function startAgain(context: Context, claim: FileClaim, file: StoredFile): Promise<Answer> {
  const { database, countyId, blobs } = context
  if (!(await restartFile(database, countyId, file, context.now()))) return current(context, claim)
  await blobs.deleteBelow(incomingKey(file.fileId, `${file.generation}`))
  return refuse('file.hash-mismatch', { receivedBytes: 0 })
}

/** How far the file is by now; whoever asks has sent nothing new. */
async function current(context: Context, claim: FileClaim): Promise<Answer> {
  const file = await findFile(context.database, context.countyId, claim.fileId)
  return file && belongs(file, claim) ? answer(context, file) : refuse('file.id-reused')
}

function answer(context: Context, file: StoredFile): Answer {
  const { fileId, receivedBytes, state } = file
  // A repeat wakes the cleaner too: the first sender's process may have died before it could.
  if (state !== 'receiving' && state !== 'ready') context.wake.notify('photos')
  if (state === 'refused') return refuse(file.refusedCode ?? 'file.not-a-photo')
  return { fileId, receivedBytes, state }
}
