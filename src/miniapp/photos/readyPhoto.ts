import { sha256 } from '@noble/hashes/sha2.js'
import type { PhotoFiles } from '../platform/ports'
import type { PhotoRecord } from './photoRecord'

/**
 * Makes a kept photo small and takes its hash. The hash comes last, so a record that has one will never change again.
 * `undefined` when the photo is gone.
 */
export async function readyPhoto(
  files: PhotoFiles,
  photo: PhotoRecord,
): Promise<PhotoRecord | undefined> {
  if (photo.ready) return photo
  if (!photo.medium) await files.shrink(photo.fileId)
  const size = await files.size(photo.fileId)
  const contents = size === undefined ? undefined : await files.read(photo.fileId, 0, size)
  if (!contents || contents.byteLength === 0) return undefined
  return {
    ...photo,
    ready: { bytes: contents.byteLength, sha256: hex(sha256(new Uint8Array(contents))) },
  }
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
