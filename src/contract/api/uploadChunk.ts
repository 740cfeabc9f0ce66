import * as v from 'valibot'
import { defineOperation } from '../operation'
import { FileIdSchema } from '../shapes'

const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'SHA-256，64 位十六进制'))
const offset = v.pipe(v.number(), v.integer(), v.minValue(0))

/** The answer to each chunk and to `getFile`: from which byte to go on. */
export const FileProgress = v.object({
  fileId: FileIdSchema,
  receivedBytes: v.number(),
  state: v.picklist(['receiving', 'received', 'ready', 'refused']),
})
export type FileProgress = v.InferOutput<typeof FileProgress>

/**
 * What every chunk says of its file. Over HTTP the chunk is the body of
 * `POST /api/v1/files/<fileId>/chunks?offset=&bytes=&sha256=` as `application/octet-stream`; through a cloud function
 * it is base64 in `data`, since an event is JSON. Sending a chunk again changes nothing.
 */
export const ChunkHeading = v.object({
  fileId: FileIdSchema,
  offset,
  /** Bytes of the whole file. */
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** SHA-256 of the whole file. */
  sha256,
})
export type ChunkHeading = v.InferOutput<typeof ChunkHeading>

/** A cloud function's event, of which this is nearly all, must stay under 100 KB. */
const BASE64_CHARACTERS_MAX = 96 * 1024

export const uploadChunk = defineOperation({
  name: 'uploadChunk',
  summary: '上传照片的一段（可以从断开处接着传）',
  request: v.object({
    ...ChunkHeading.entries,
    data: v.pipe(v.string(), v.maxLength(BASE64_CHARACTERS_MAX)),
  }),
  response: FileProgress,
  problems: [
    'file.too-large',
    'file.hash-mismatch',
    'file.wrong-offset',
    'file.id-reused',
    'file.not-a-photo',
  ],
})
