import { openBlobStore } from '@cloud/files/openBlobStore'
import { describePhotos } from './describePhotos'
import { startS3 } from './startS3'

describePhotos('an S3 store', async () => {
  const { settings, close } = await startS3()
  return { blobs: await openBlobStore(settings), close }
})

test('a server with a bucket that is not there says so at its start', async () => {
  const { settings, close } = await startS3()
  await expect(openBlobStore({ ...settings, bucket: 'elsewhere' })).rejects.toThrow()
  await close()
})
