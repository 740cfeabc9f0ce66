import type { StoredFile } from '../store/fileStore'
import type { BlobStore } from './blobStore'
import { incomingKey } from './blobKeys'

/** What has come of a file, in one piece; `undefined` when a part is gone from the store. */
export async function readParts(
  blobs: BlobStore,
  { fileId, parts }: Pick<StoredFile, 'fileId' | 'parts'>,
): Promise<Buffer | undefined> {
  const found: Uint8Array[] = []
  for (const part of parts) {
    const bytes = await blobs.get(incomingKey(fileId, part))
    if (!bytes) return undefined
    found.push(bytes)
  }
  return Buffer.concat(found)
}
