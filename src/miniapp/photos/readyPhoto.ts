import { sha256 } from '@noble/hashes/sha2.js'
import { photoRules } from '@domain/photo/photoRules'
import type { PhotoFiles } from '../platform/ports'
import type { PhotoRecord } from './photoRecord'

/** Why a photo can never be sent. It is said, and the photo leaves the draft. */
export type Unfit = 'gone' | 'empty' | 'tooLarge' | 'heic'

export type Readied = { readonly photo: PhotoRecord } | { readonly unfit: Unfit }

/**
 * Makes a kept photo small and takes its hash. The hash comes last, so a record that has one will never change again.
 */
export async function readyPhoto(files: PhotoFiles, photo: PhotoRecord): Promise<Readied> {
  if (photo.ready) return { photo }
  if (!photo.medium) await files.shrink(photo.fileId)
  const size = await files.size(photo.fileId)
  if (size === undefined) return { unfit: 'gone' }
  if (size === 0) return { unfit: 'empty' }
  // Before it is read: a phone has no room to hold such a photo in one piece.
  if (size > photoRules.photoBytesMax) return { unfit: 'tooLarge' }
  const contents = await files.read(photo.fileId, 0, size)
  if (!contents || contents.byteLength === 0) return { unfit: 'gone' }
  const bytes = new Uint8Array(contents)
  if (!photo.medium && isHeic(bytes)) return { unfit: 'heic' }
  return { photo: { ...photo, ready: { bytes: bytes.length, sha256: hex(sha256(bytes)) } } }
}

const HEIC_BRANDS = /^(hei[cxms]|hev[cxms]|heif|mif1|msf1)$/

/** What an iPhone keeps, where WeChat did not turn it into a JPG: the township cannot open it. */
function isHeic(bytes: Uint8Array): boolean {
  const letters = (from: number) => String.fromCharCode(...bytes.slice(from, from + 4))
  return letters(4) === 'ftyp' && HEIC_BRANDS.test(letters(8))
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
