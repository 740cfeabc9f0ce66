import sharp, { type OutputInfo } from 'sharp'
import { photoRules } from '@domain/photo/photoRules'

export type CleanPhoto = {
  readonly photo: Uint8Array
  readonly thumbnail: Uint8Array
  readonly width: number
  readonly height: number
}

const PHOTO_QUALITY = 80
const THUMBNAIL_QUALITY = 70
const DECODE_SECONDS_MAX = 60

/**
 * A new picture from the old one's pixels: upright, sRGB, small, and with nothing the phone wrote
 * beside it (place, time, device, an earlier version of the picture). `undefined` when it cannot be
 * decoded to its end.
 */
export async function makeCleanPhoto(bytes: Uint8Array): Promise<CleanPhoto | undefined> {
  try {
    const { data: photo, info } = await shrinkPhoto(bytes)
    const thumbnail = await shrinkThumbnail(photo)
    return { photo, thumbnail, width: info.width, height: info.height }
  } catch {
    // Only the decoder runs above: whatever it stumbles over lies in the picture.
    return undefined
  }
}

/**
 * `error`: a photo that ends in the middle is refused, one with a stray byte between two segments
 * is not.
 */
function shrinkPhoto(bytes: Uint8Array): Promise<{ data: Buffer; info: OutputInfo }> {
  const { pixelsMax, longEdgePixels } = photoRules
  return sharp(bytes, { limitInputPixels: pixelsMax, failOn: 'error' })
    .timeout({ seconds: DECODE_SECONDS_MAX })
    .autoOrient()
    .resize({ ...within(longEdgePixels), fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: PHOTO_QUALITY })
    .toBuffer({ resolveWithObject: true })
}

function shrinkThumbnail(photo: Uint8Array): Promise<Buffer> {
  return sharp(photo)
    .resize({ ...within(photoRules.tilePixels), fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: THUMBNAIL_QUALITY })
    .toBuffer()
}

function within(longEdge: number): { width: number; height: number } {
  return { width: longEdge, height: longEdge }
}
