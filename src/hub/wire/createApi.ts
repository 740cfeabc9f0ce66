import type { RequestInputOf, ResponseOf } from '@contract/operation'
import type { OperationName, Operations } from '@contract/operations'
import { problemOf, unreachable, WireProblem } from './WireProblem'

const API_BASE = '/api/v1'
/** A call without an answer for this long counts as unanswered. */
const CALL_TIMEOUT_MS = 20_000

export type Api = {
  readonly call: <Name extends OperationName>(
    name: Name,
    request: RequestInputOf<Operations[Name]>,
  ) => Promise<ResponseOf<Operations[Name]>>
  /** Bytes to a path below the API, for the pieces of a photo. */
  readonly sendBytes: (path: string, bytes: Uint8Array) => Promise<unknown>
  /** A file that is made for this request. */
  readonly download: (path: string, request: object) => Promise<Response>
  /** Opens the stream of changes; `signal` ends it. */
  readonly openLive: (after: string | undefined, signal: AbortSignal) => Promise<Response>
}

export type ApiParts = {
  readonly fetch: typeof fetch
  readonly readToken: () => string | undefined
  readonly onSessionEnded: () => void
  /** 动态口令 is asked for; true once it has been proved, and then the same is asked again. */
  readonly onFactorNeeded?: () => Promise<boolean>
}

/** The one place that knows how the backend is spoken to. Everything that fails throws a `WireProblem`. */
export function createApi(parts: ApiParts): Api {
  const post = (path: string, body: BodyInit, type: string) =>
    answered(parts, `${API_BASE}/${path}`, {
      method: 'POST',
      body,
      headers: { 'content-type': type },
    })
  return {
    async call(name, request) {
      const ask = () => withTimeout(() => post(name, JSON.stringify(request), 'application/json'))
      const response = await proving(parts, ask)
      return (await readJson(response)) as ResponseOf<Operations[typeof name]>
    },
    async sendBytes(path, bytes) {
      return readJson(await post(path, new Blob([bytes as BlobPart]), 'application/octet-stream'))
    },
    download(path, request) {
      return proving(parts, () => post(path, JSON.stringify(request), 'application/json'))
    },
    openLive(after, signal) {
      const query = after === undefined ? '' : `?after=${encodeURIComponent(after)}`
      const headers = { accept: 'text/event-stream' }
      return answered(parts, `${API_BASE}/live${query}`, { headers, signal, cache: 'no-store' })
    },
  }
}

/** Asked again once the second factor has been proved. */
async function proving(parts: ApiParts, ask: () => Promise<Response>): Promise<Response> {
  try {
    return await ask()
  } catch (problem) {
    if (needsFactor(problem) && (await parts.onFactorNeeded?.())) return ask()
    throw problem
  }
}

async function answered(parts: ApiParts, url: string, init: RequestInit): Promise<Response> {
  const token = parts.readToken()
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const headers = { ...(init.headers as Record<string, string>), ...authorization }
  const response = await reached(() => parts.fetch(url, { ...init, headers }))
  if (response.ok) return response
  const problem = await problemOf(response)
  // An answer to a token that has been replaced meanwhile says nothing about the session of now.
  if (endsSession(problem) && token === parts.readToken()) parts.onSessionEnded()
  throw problem
}

async function reached<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw unreachable()
  }
}

async function readJson(response: Response): Promise<unknown> {
  return reached(() => response.json() as Promise<unknown>)
}

function endsSession(problem: WireProblem): boolean {
  return problem.code === 'access.session-ended' || problem.code === 'access.not-signed-in'
}

function needsFactor(problem: unknown): boolean {
  return problem instanceof WireProblem && problem.code === 'factor.needed'
}

function withTimeout<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(unreachable()), CALL_TIMEOUT_MS)
    ask()
      .then(resolve, reject)
      .finally(() => clearTimeout(timer))
  })
}
