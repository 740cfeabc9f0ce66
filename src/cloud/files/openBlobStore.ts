import type { BlobSettings } from '../settings'
import type { BlobStore } from './blobStore'
import { openFolderBlobStore } from './folderBlobStore'
import { openS3BlobStore } from './s3BlobStore'

/**
 * Throws when the folder cannot be written or the bucket cannot be reached: better at start than at
 * the first photo.
 */
export function openBlobStore(settings: BlobSettings): Promise<BlobStore> {
  switch (settings.kind) {
    case 'folder':
      return openFolderBlobStore(settings.folder)
    case 's3':
      return openS3BlobStore(settings)
  }
}
