import sharp, { type Metadata } from 'sharp'
import { photoRules } from '@domain/photo/photoRules'

/**
 * Cheap: reads the first bytes and the heading, decodes nothing. The first bytes are looked at
 * before the decoder is, since a decoder that guesses would also open SVG and PDF, which can refer
 * to other files.
 */
export async function isPhoto(bytes: Uint8Array): Promise<boolean> {
  if (!beginsLikePhoto(bytes)) return false
  try {
    return fits(await sharp(bytes, { limitInputPixels: photoRules.pixelsMax }).metadata())
  } catch {
    // The decoder says why in English; to the sender it is one answer, "not a photo".
    return false
  }
}

function beginsLikePhoto(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  return (
    start.startsWith('\xff\xd8\xff') ||
    start.startsWith('\x89PNG\r\n\x1a\n') ||
    (start.startsWith('RIFF') && start.endsWith('WEBP')) ||
    start.slice(4, 8) === 'ftyp'
  )
}

/** Of HEIF only AVIF: the decoder that comes with us has no licence for HEVC. */
function fits({ format, compression, width, height }: Metadata): boolean {
  const known = ['jpeg', 'png', 'webp'].includes(format) || compression === 'av1'
  return known && width > 0 && height > 0 && width * height <= photoRules.pixelsMax
}
