import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { ask, newId, type Door } from './door'

/** Large enough for several pieces, small enough for a cloud function's event. */
export const PIECE_BYTES = 60_000

type Photo = { readonly fileId: string; readonly bytes: Buffer; readonly sha256: string }

export function asFile(bytes: Buffer): Photo {
  return { fileId: newId(), bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

export async function takePhoto(): Promise<Photo> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 }
  const picture = sharp({
    create: { width: 500, height: 400, channels: 3, background: 'gray', noise },
  })
  return asFile(await picture.jpeg({ quality: 90 }).toBuffer())
}

export function piece({ fileId, bytes, sha256 }: Photo, offset: number) {
  const data = bytes.subarray(offset, offset + PIECE_BYTES).toString('base64')
  return { fileId, offset, bytes: bytes.length, sha256, data }
}

export async function sendAll(door: Door, photo: Photo, token: string) {
  let receivedBytes = 0
  while (receivedBytes < photo.bytes.length) {
    const before = receivedBytes
    const answer = await ask(door, 'uploadChunk', piece(photo, before), token)
    receivedBytes = answer.receivedBytes
    expect(receivedBytes).toBe(Math.min(before + PIECE_BYTES, photo.bytes.length))
  }
}
