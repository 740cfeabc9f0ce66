import type { RequestInputOf, ResponseOf } from '@contract/operation'
import type { OperationName, Operations } from '@contract/operations'
import type { FileProgress } from '@contract/api/uploadChunk'
import type { Door, Heading, HttpAnswer, Pass } from '../platform/ports'
import type { Answer } from './answer'
import { readAnswer } from './readAnswer'

const CALL_TIMEOUT_MS = 20_000
const CHUNK_TIMEOUT_MS = 30_000

type Connection = {
  readonly door: Door
  readonly token: () => string | undefined
  readonly onSignedOut: () => void
}

export type Caller = {
  readonly call: <Name extends OperationName>(
    name: Name,
    input: RequestInputOf<Operations[Name]>,
  ) => Promise<Answer<ResponseOf<Operations[Name]>>>
  /** A queued request has lost its type on the disk; its name and its contents are data. */
  readonly callNamed: (name: string, input: unknown) => Promise<Answer>
  readonly sendChunk: (heading: Heading, chunk: ArrayBuffer) => Promise<Answer<FileProgress>>
  readonly chunkBytes: number
}

export function createCaller(connection: Connection): Caller {
  const { door } = connection
  const callNamed = <T>(name: string, input: unknown) =>
    ask<T>(connection, CALL_TIMEOUT_MS, (pass) => door.call(name, input, pass))
  return {
    call: (name, input) => callNamed(name, input),
    callNamed,
    sendChunk: (heading, chunk) =>
      ask(connection, CHUNK_TIMEOUT_MS, (pass) => door.sendChunk(heading, chunk, pass)),
    chunkBytes: door.chunkBytes,
  }
}

async function ask<T>(
  connection: Connection,
  timeoutMs: number,
  send: (pass: Pass) => Promise<HttpAnswer>,
): Promise<Answer<T>> {
  const token = connection.token()
  const answer = await send({ timeoutMs, ...(token ? { token } : {}) }).then(
    (received) => readAnswer<T>(received),
    unknownOutcome,
  )
  // A token that was replaced meanwhile has ended nothing.
  if (answer.kind === 'signed-out' && token === connection.token()) connection.onSignedOut()
  return answer
}

function unknownOutcome(): Answer<never> {
  return { kind: 'unknown' }
}
