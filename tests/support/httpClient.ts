import { randomBytes } from 'node:crypto'
import { UUID_RANDOM_BYTES, uuidV7 } from '@domain/shared/ids'
import type { RequestInputOf, ResponseOf } from '@contract/operation'
import type { OperationName, Operations } from '@contract/operations'
import type { Problem } from '@contract/problems'

/** How a phone, a console or a hub speaks to the server: over a socket, one JSON for another. */
export type HttpAnswer = {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
  /** As it came. */
  readonly text: string
}

export type Sent = {
  readonly token?: string | undefined
  readonly headers?: Record<string, string>
}

/** One try, whatever comes of it; rejects when no answer came. */
export async function send(
  url: string,
  name: string,
  body: unknown,
  sent: Sent = {},
): Promise<HttpAnswer> {
  return sendRaw(`${url}/api/v1/${name}`, JSON.stringify(body), {
    ...sent,
    headers: { 'content-type': 'application/json', ...sent.headers },
  })
}

export async function sendRaw(
  address: string,
  body: string | Buffer,
  { token, headers }: Sent = {},
): Promise<HttpAnswer> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { ...headers, ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  })
  return readAnswer(response)
}

export async function readAnswer(response: Response): Promise<HttpAnswer> {
  const text = await response.text()
  const { status, headers } = response
  return { status, headers, text, body: text === '' ? undefined : JSON.parse(text) }
}

/** Must succeed; a refusal in its place is the failure of the test. */
export async function ask<Name extends OperationName>(
  url: string,
  name: Name,
  body: RequestInputOf<Operations[Name]>,
  token?: string,
): Promise<ResponseOf<Operations[Name]>> {
  const answer = await send(url, name, body, { token })
  if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${answer.text}`)
  return answer.body as ResponseOf<Operations[Name]>
}

/**
 * As the phone does it: an unknown outcome, or one that says "later", is met with the identical request, until there
 * is an answer. `address` is asked anew for each try, since the server may have moved.
 */
export async function insist<Name extends OperationName>(
  address: () => Promise<string>,
  name: Name,
  body: RequestInputOf<Operations[Name]>,
  token?: string,
): Promise<{ readonly answer: ResponseOf<Operations[Name]>; readonly tries: number }> {
  for (let tries = 1; ; tries++) {
    const url = await address()
    const answer = await send(url, name, body, { token }).catch(noAnswer)
    if (answer?.status === 200)
      return { answer: answer.body as ResponseOf<Operations[Name]>, tries }
    const problem = answer?.body as Problem | undefined
    if (problem && problem.retry !== 'later') throw new Error(`${name}: ${answer?.text}`)
  }
}

/** The connection broke, before or after the server had read the request: nobody knows. */
export function noAnswer(error: Error): undefined {
  // What fetch is rejected with comes from outside Jest's sandbox, where its classes are others.
  if (error.name !== 'TypeError' || !('cause' in error)) throw error
  return undefined
}

/** Minted on the phone, as everywhere. */
export function newId(): string {
  return uuidV7(Date.now(), randomBytes(UUID_RANDOM_BYTES))
}
