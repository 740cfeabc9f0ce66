import assert from 'node:assert'
import type { FileId } from '@domain/shared/ids'
import type { FileFormat, RecordingFormat } from './fileFormat'

/**
 * Where things lie in the blob store. What a phone has sent so far is one blob per part, below the
 * file's own folder.
 */
export function incomingFolder(fileId: FileId): string {
  return `incoming/${fileId}`
}

/** `part` as the file's row names it. */
export function incomingKey(fileId: FileId, part: string): string {
  return `${incomingFolder(fileId)}/${part}`
}

/**
 * Parts are named by their content, so that a sender who comes second, or who sends other bytes,
 * never writes over what was acknowledged to the first. A file that starts again counts its
 * generation, so that clearing up after the failed try cannot take away a part of the next.
 */
export function chunkPart(generation: number, offset: number, chunkSha256: string): string {
  return `${generation}/${offset}-${chunkSha256.slice(0, 32)}`
}

export function wholePart(sha256: string): string {
  return `whole/${sha256}`
}

/** A cleaned photo or thumbnail, by its content: the same picture is kept once. */
export function photoKey(sha256: string): string {
  return `photos/${sha256}.jpg`
}

/** A voice or a short video, likewise. */
export function recordingKey(sha256: string, format: RecordingFormat): string {
  return `photos/${sha256}.${format}`
}

/** What a key of something that is shown holds; `undefined` when it is no such key. */
export function formatOfKey(key: string): FileFormat | undefined {
  return /^photos\/[0-9a-f]{64}\.(jpg|mp3|m4a|mp4)$/.exec(key)?.[1] as FileFormat | undefined
}

const KEY_LENGTH_MAX = 200
const SEGMENT = /^[0-9a-z][0-9a-z-]*(\.[0-9a-z]+)?$/

/**
 * A key becomes a path: it may not climb, nor differ from another only by case where file systems
 * do not.
 */
export function assertBlobKey(key: string): void {
  const segments = key.split('/')
  const sound = segments.length > 1 && segments.every((segment) => SEGMENT.test(segment))
  assert(sound && key.length <= KEY_LENGTH_MAX, `Not a blob key: ${key.slice(0, KEY_LENGTH_MAX)}`)
}
