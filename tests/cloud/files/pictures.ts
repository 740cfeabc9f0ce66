import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'

/** Pictures as phones send them, and things that only look like pictures. */
export function plainPicture(width = 64, height = 48, background = '#3a7d44'): Sharp {
  return sharp({ create: { width, height, channels: 3, background } })
}

/** Noise does not shrink, so a picture of a wanted weight can be made. */
export async function noisyPicture(width: number, height: number): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 }
  const picture = sharp({ create: { width, height, channels: 3, background: '#000', noise } })
  return picture.jpeg({ quality: 85 }).toBuffer()
}

/** A JPEG of a sluice gate with where and when and by what it was taken. */
export async function pictureWithPlace(): Promise<Buffer> {
  const gps = {
    GPSLatitudeRef: 'N',
    GPSLatitude: '24/1 47/1 12/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '112/1 23/1 5/1',
  }
  const device = { Make: 'HUAWEI', Model: 'Secret-Phone', Copyright: '小李' }
  return plainPicture().withExif({ IFD0: device, IFD3: gps }).withIccProfile('p3').jpeg().toBuffer()
}

/** Held sideways: red lies left in the file and belongs on top. */
export async function sidewaysPicture(): Promise<Buffer> {
  const red = await plainPicture(40, 40, '#ff0000').png().toBuffer()
  return plainPicture(80, 40, '#0000ff')
    .composite([{ input: red, left: 0, top: 0 }])
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}

/** 2.5 thousand million pixels in seventy bytes. */
export function hugePictureHeading(): Buffer {
  const size = Buffer.alloc(13)
  size.writeUInt32BE(50_000, 0)
  size.writeUInt32BE(50_000, 4)
  size.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, pngChunk('IHDR', size), pngChunk('IDAT', Buffer.from([0x78]))])
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  const check = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
