import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import type { BlobSettings } from '../settings'
import { assertBlobKey } from './blobKeys'
import type { BlobStore } from './blobStore'

type S3Settings = Extract<BlobSettings, { kind: 's3' }>
type Bucket = { readonly client: S3Client; readonly name: string }

const ATTEMPTS_MAX = 3
const CONNECTION_TIMEOUT_MS = 3_000
const REQUEST_TIMEOUT_MS = 20_000

/** Any store that speaks S3: MinIO, Ceph, COS, OSS. */
export async function openS3BlobStore(settings: S3Settings): Promise<BlobStore> {
  const bucket = { client: makeClient(settings), name: settings.bucket }
  await bucket.client.send(new HeadBucketCommand({ Bucket: bucket.name }))
  return {
    put: (key, bytes) => put(bucket, key, bytes),
    get: (key) => get(bucket, key),
    delete: (key) => deleteOne(bucket, key),
    deleteBelow: (folder) => deleteBelow(bucket, folder),
  }
}

function makeClient(settings: S3Settings): S3Client {
  return new S3Client({
    endpoint: settings.endpoint,
    region: settings.region,
    credentials: {
      accessKeyId: settings.accessKeyId,
      secretAccessKey: settings.secretAccessKey,
    },
    // The bucket's name goes into the path: a store in the county's own room has no wildcard
    // domain.
    forcePathStyle: true,
    // The newer checksums are Amazon's own; other stores keep them as part of the content.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: ATTEMPTS_MAX,
    requestHandler: {
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
    },
  })
}

async function put(bucket: Bucket, key: string, bytes: Uint8Array): Promise<void> {
  assertBlobKey(key)
  await bucket.client.send(
    new PutObjectCommand({
      Bucket: bucket.name,
      Key: key,
      Body: bytes,
      ContentLength: bytes.byteLength,
    }),
  )
}

async function get(bucket: Bucket, key: string): Promise<Uint8Array | undefined> {
  assertBlobKey(key)
  try {
    const answer = await bucket.client.send(new GetObjectCommand({ Bucket: bucket.name, Key: key }))
    return await answer.Body?.transformToByteArray()
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined
    throw error
  }
}

async function deleteOne(bucket: Bucket, key: string): Promise<void> {
  assertBlobKey(key)
  await bucket.client.send(new DeleteObjectCommand({ Bucket: bucket.name, Key: key }))
}

/** Page after page: a store lists at most a thousand at once. */
async function deleteBelow(bucket: Bucket, folder: string): Promise<void> {
  assertBlobKey(folder)
  let after: string | undefined
  do {
    const page = await bucket.client.send(
      new ListObjectsV2Command({
        Bucket: bucket.name,
        Prefix: `${folder}/`,
        ContinuationToken: after,
      }),
    )
    for (const { Key } of page.Contents ?? [])
      await bucket.client.send(new DeleteObjectCommand({ Bucket: bucket.name, Key }))
    after = page.NextContinuationToken
  } while (after !== undefined)
}
