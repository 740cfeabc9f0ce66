import { isPhoto } from './isPhoto'
import { beginsLikeSound, findFrames } from './mp3'
import { brandOf, hasMovie } from './mp4'

/** What a file is by its own bytes, named as its blob ends; nobody's word for it is believed. */
export type FileFormat = 'jpg' | RecordingFormat
/** mp3, m4a: a voice · mp4: a short video. */
export type RecordingFormat = 'mp3' | 'm4a' | 'mp4'

/** Cheap: looks at headings and decodes nothing. `undefined` is refused. */
export async function findFormat(bytes: Uint8Array): Promise<FileFormat | undefined> {
  return findRecording(bytes) ?? ((await isPhoto(bytes)) ? 'jpg' : undefined)
}

export function findRecording(bytes: Uint8Array): RecordingFormat | undefined {
  const brand = brandOf(bytes)
  if (brand !== undefined) {
    if (!movieBrands.test(brand) || !hasMovie(bytes)) return undefined
    return brand.startsWith('M4A') ? 'm4a' : 'mp4'
  }
  return beginsLikeSound(bytes) && findFrames(bytes) ? 'mp3' : undefined
}

/** As phones write them; a picture in the same container (avif, heic) has a brand of its own. */
const movieBrands = /^(isom|iso[2-6]|mp4[12]|avc1|qt {2}|M4A |M4V |3gp[4-6])$/

export const mediumOf = {
  jpg: 'photo',
  mp3: 'voice',
  m4a: 'voice',
  mp4: 'video',
} as const satisfies Record<FileFormat, string>

export const mimeTypeOf = {
  jpg: 'image/jpeg',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  mp4: 'video/mp4',
} as const satisfies Record<FileFormat, string>
