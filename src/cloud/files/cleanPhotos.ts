import { MINUTE_MS } from '@domain/shared/instant'
import { recordPhoto } from '../commands/recordPhoto'
import type { Context } from '../context'
import {
  announceBlobs,
  claimFile,
  markRecorded,
  postponeFile,
  readyFile,
  refuseFile,
  restartFile,
  type StoredFile,
} from '../store/fileStore'
import { incomingFolder, photoKey, recordingKey } from './blobKeys'
import { cleanRecording } from './cleanRecording'
import { findRecording, mediumOf, type RecordingFormat } from './fileFormat'
import { hearVoice } from './hearVoice'
import { makeCleanPhoto, type CleanPhoto } from './makeCleanPhoto'
import { readParts } from './readParts'
import { sha256Of } from './sha256Of'

/** Longer than the slowest photo takes; a cleaner that was killed is taken over after it. */
export const LEASE_MS = 3 * MINUTE_MS
/** The store or the database did not answer: this file waits while others are tried. */
export const POSTPONE_MS = MINUTE_MS
/** A photo that has brought the process down this often is not tried again. */
export const CLEAN_ATTEMPTS_MAX = 5

/**
 * Takes one photo that has come and makes of it the picture people see; then tells its matters.
 * False when there is nothing to do. Each step may happen twice: blobs are named by content, the
 * row changes state once, and a matter's history takes the same command once.
 */
export async function cleanNextPhoto(context: Context): Promise<boolean> {
  const { database, countyId } = context
  const now = context.now()
  const file = await claimFile(database, countyId, { now, until: now + LEASE_MS })
  if (!file) return false
  try {
    await finishPhoto(context, file)
    return true
  } catch (error) {
    await postponeFile(database, countyId, file.fileId, context.now() + POSTPONE_MS)
    throw error
  }
}

type Outcome = 'ready' | 'refused'

async function finishPhoto(context: Context, file: StoredFile): Promise<void> {
  const outcome = await outcomeOf(context, file)
  if (!outcome) return
  await context.blobs.deleteBelow(incomingFolder(file.fileId))
  await recordPhoto(context, file.fileId, outcome)
  await markRecorded(context.database, context.countyId, file.fileId, context.now())
}

async function outcomeOf(context: Context, file: StoredFile): Promise<Outcome | undefined> {
  if (file.state === 'ready' || file.state === 'refused') return file.state
  if (file.attempts > CLEAN_ATTEMPTS_MAX) return refusePhoto(context, file)
  const bytes = await readParts(context.blobs, file)
  if (!bytes || sha256Of(bytes) !== file.sha256) return askAgain(context, file)
  const format = findRecording(bytes)
  if (format) return keepRecording(context, file, { bytes, format })
  const clean = await makeCleanPhoto(bytes)
  return clean ? keepPhoto(context, file, clean) : refusePhoto(context, file)
}

/** The store has lost what came. The phone is asked for it again as if it had never been sent. */
async function askAgain(context: Context, file: StoredFile): Promise<undefined> {
  await restartFile(context.database, context.countyId, file, context.now())
  context.log.error({ fileId: file.fileId }, 'a photo that had come is gone from the blob store')
}

async function keepPhoto(
  context: Context,
  file: StoredFile,
  { photo, thumbnail, width, height }: CleanPhoto,
): Promise<Outcome | undefined> {
  const keys = {
    photoKey: photoKey(sha256Of(photo)),
    thumbnailKey: photoKey(sha256Of(thumbnail)),
  }
  await announceBlobs(context.database, context.countyId, file.fileId, keys)
  await context.blobs.put(keys.photoKey, photo)
  await context.blobs.put(keys.thumbnailKey, thumbnail)
  const cleaned = { ...keys, width, height, transcript: null }
  const first = await readyFile(context.database, context.countyId, file.fileId, cleaned)
  return first ? 'ready' : undefined
}

type Recording = { readonly bytes: Uint8Array; readonly format: RecordingFormat }

/** It is ready also when nobody could put a voice into words: who handles the matter can listen to it. */
async function keepRecording(
  context: Context,
  file: StoredFile,
  { bytes, format }: Recording,
): Promise<Outcome | undefined> {
  const clean = cleanRecording(bytes, format)
  if (!clean) return refusePhoto(context, file)
  const key = recordingKey(sha256Of(clean), format)
  const transcript = mediumOf[format] === 'voice' ? await hearVoice(context, clean, format) : null
  await announceBlobs(context.database, context.countyId, file.fileId, {
    photoKey: key,
    thumbnailKey: null,
  })
  await context.blobs.put(key, clean)
  const ready = { photoKey: key, thumbnailKey: null, width: null, height: null, transcript }
  const first = await readyFile(context.database, context.countyId, file.fileId, ready)
  return first ? 'ready' : undefined
}

async function refusePhoto(context: Context, file: StoredFile): Promise<Outcome | undefined> {
  const { database, countyId } = context
  const first = await refuseFile(database, countyId, file.fileId, 'file.not-a-photo')
  return first ? 'refused' : undefined
}
