import type * as v from 'valibot'
import type { ProblemCode } from './problems'

type Schema = v.GenericSchema<unknown, unknown>

/** One command or query: `POST /api/v1/<name>` with a JSON body, or the same name through a cloud function. */
export type Operation<Request extends Schema = Schema, Response extends Schema = Schema> = {
  readonly name: string
  readonly summary: string
  /** Without it, `Authorization: Bearer <token>` is demanded. */
  readonly open?: true
  readonly request: Request
  readonly response: Response
  /** Beyond those every operation may answer with (`commonProblems`). */
  readonly problems: readonly ProblemCode[]
}

export type RequestOf<Op extends Operation> = v.InferOutput<Op['request']>
export type RequestInputOf<Op extends Operation> = v.InferInput<Op['request']>
export type ResponseOf<Op extends Operation> = v.InferOutput<Op['response']>

export const commonProblems: readonly ProblemCode[] = [
  'request.malformed-json',
  'request.invalid',
  'request.too-large',
  'request.wrong-media-type',
  'request.too-many',
  'access.not-signed-in',
  'access.session-ended',
  'access.not-permitted',
  'server.busy',
  'server.stopping',
  'server.fault',
]

export function defineOperation<const Request extends Schema, const Response extends Schema>(
  operation: Operation<Request, Response>,
): Operation<Request, Response> {
  return operation
}
