import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBlobStore } from '@cloud/files/openBlobStore'
import { describePhotos } from './describePhotos'

describePhotos('a folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lianxin-photos-'))
  const blobs = await openBlobStore({ kind: 'folder', folder })
  return { blobs, close: () => rm(folder, { recursive: true }) }
})
