import type { RequestInputOf, ResponseOf } from '@contract/operation'
import type { OperationName, Operations } from '@contract/operations'
import type { FileProgress } from '@contract/api/uploadChunk'
import type { Http } from '../platform/ports'
import type { Answer } from './answer'
import { readAnswer } from './readAnswer'

const CALL_TIMEOUT_MS = 20_000
const CHUNK_TIMEOUT_MS = 30_000

type Connection = {
  readonly base: string
  readonly http: Http
  readonly token: () => string | undefined
  readonly onSignedOut: () => void
}

export type ChunkHeading = { fileId: string; offset: number; bytes: number; sha256: string }

export type Caller = {
  readonly call: <Name extends OperationName>(
    name: Name,
    input: RequestInputOf<Operations[Name]>,
  ) => Promise<Answer<ResponseOf<Operations[Name]>>>
  /** A queued request has lost its type on the disk; its name and its contents are data. */
  readonly callNamed: (name: string, input: unknown) => Promise<Answer>
  readonly sendChunk: (heading: ChunkHeading, chunk: ArrayBuffer) => Promise<Answer<FileProgress>>
}

export function createCaller(connection: Connection): Caller {
  const callNamed = <T>(name: string, input: unknown) =>
    post<T>(connection, {
      path: name,
      type: 'application/json',
      body: JSON.stringify(input),
      timeoutMs: CALL_TIMEOUT_MS,
    })
  return {
    call: (name, input) => callNamed(name, input),
    callNamed,
    sendChunk: (heading, body) =>
      post(connection, {
        path: chunkPath(heading),
        type: 'application/octet-stream',
        body,
        timeoutMs: CHUNK_TIMEOUT_MS,
      }),
  }
}

function chunkPath({ fileId, offset, bytes, sha256 }: ChunkHeading): string {
  return `files/${fileId}/chunks?offset=${offset}&bytes=${bytes}&sha256=${sha256}`
}

type Post = { path: string; type: string; body: string | ArrayBuffer; timeoutMs: number }

async function post<T>(
  connection: Connection,
  { path, type, body, timeoutMs }: Post,
): Promise<Answer<T>> {
  const token = connection.token()
  const headers = { 'Content-Type': type, ...(token ? { Authorization: `Bearer ${token}` } : {}) }
  const address = `${connection.base}/api/v1/${path}`
  const answer = await connection
    .http({ address, headers, body, timeoutMs })
    .then((received) => readAnswer<T>(received), unknownOutcome)
  // A token that was replaced meanwhile has ended nothing.
  if (answer.kind === 'signed-out' && token === connection.token()) connection.onSignedOut()
  return answer
}

function unknownOutcome(): Answer<never> {
  return { kind: 'unknown' }
}
