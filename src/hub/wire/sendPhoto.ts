import type { FileProgress } from '@contract/api/uploadChunk'
import { photoRules } from '@domain/photo/photoRules'
import type { Api } from './createApi'
import { sha256Hex } from './sha256Hex'
import { WireProblem } from './WireProblem'

/** A photo on its way: the id is final, so that sending it again goes on where it stopped. */
export type OutgoingPhoto = { readonly fileId: string; readonly bytes: Uint8Array }

const WRONG_OFFSETS_MAX = 3

/** Sends a photo in pieces and tells the share that has arrived, 0 to 1. */
export async function sendPhoto(
  api: Api,
  photo: OutgoingPhoto,
  onShare: (share: number) => void,
): Promise<void> {
  const { bytes } = photo
  const sha256 = await sha256Hex(bytes)
  let offset = 0
  let wrongOffsets = 0
  while (offset < bytes.length) {
    try {
      offset = (await sendPiece(api, photo, sha256, offset)).receivedBytes
    } catch (error) {
      wrongOffsets += 1
      if (!isWrongOffset(error) || wrongOffsets > WRONG_OFFSETS_MAX) throw error
      offset = (await api.call('getFile', { fileId: photo.fileId })).receivedBytes
    }
    onShare(offset / bytes.length)
  }
}

async function sendPiece(
  api: Api,
  { fileId, bytes }: OutgoingPhoto,
  sha256: string,
  offset: number,
): Promise<FileProgress> {
  const piece = bytes.slice(offset, offset + photoRules.chunkBytes)
  const query = `offset=${offset}&bytes=${bytes.length}&sha256=${sha256}`
  return (await api.sendBytes(`files/${fileId}/chunks?${query}`, piece)) as FileProgress
}

function isWrongOffset(error: unknown): boolean {
  return error instanceof WireProblem && error.code === 'file.wrong-offset'
}
