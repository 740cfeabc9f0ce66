import { refuse, type Refusal } from '@domain/shared/refusal'
import type { ProblemCode } from '@contract/problems'
import type { Answer } from '../../doors/dispatch'
import type { PhotoLink } from '../../files/photoLinks'
import type { Caller } from '../../handler'

/**
 * A request that CloudBase's HTTP access wrapped for a function (集成请求,
 * https://docs.cloudbase.net/service/access-cloud-function), and the answer it unwraps.
 */
export type HttpEvent = {
  readonly path: string
  readonly httpMethod: string
  readonly headers?: Readonly<Record<string, unknown>>
  readonly queryStringParameters?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  readonly isBase64Encoded?: unknown
}

export type HttpAnswer = {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly isBase64Encoded: boolean
}

/** What a door hands on. */
export type Asked = { readonly name: string; readonly body: unknown; readonly caller: Caller }

export function isHttpEvent(event: unknown): event is HttpEvent {
  if (typeof event !== 'object' || event === null) return false
  const { path, httpMethod } = event as Record<string, unknown>
  return typeof path === 'string' && typeof httpMethod === 'string'
}

/** A custom domain may map the function below any path, so only the end of it is read. */
const OPERATION_PATH = /\/api\/v1\/([A-Za-z]+)$/
const CHUNK_PATH = /\/api\/v1\/files\/([0-9A-Fa-f-]{36})\/chunks$/

/** Of the headers two are read. `x-wx-*` say who somebody is only where WeChat's own network sets them, so not here. */
export function readHttpEvent(event: HttpEvent): Asked | Refusal<ProblemCode> {
  if (event.httpMethod !== 'POST') return refuse('request.unknown-name')
  const token = /^Bearer (\S+)$/i.exec(header(event, 'authorization'))?.[1]
  const caller = token === undefined ? {} : { token }
  const fileId = CHUNK_PATH.exec(event.path)?.[1]
  if (fileId) return { name: 'uploadChunk', body: readChunk(event, fileId), caller }
  const name = OPERATION_PATH.exec(event.path)?.[1]
  if (!name) return refuse('request.unknown-name')
  if (!/^application\/json\b/i.test(header(event, 'content-type'))) {
    return refuse('request.wrong-media-type')
  }
  const parsed = parseJson(readBody(event).toString('utf8'))
  return parsed ? { name, body: parsed.value, caller } : refuse('request.malformed-json')
}

/** Over HTTP a chunk is its plain bytes; inside, every door speaks the form of the contract. */
function readChunk(event: HttpEvent, fileId: string): unknown {
  const { offset, bytes, sha256 } = event.queryStringParameters ?? {}
  const data = readBody(event).toString('base64')
  return { fileId, offset: readCount(offset), bytes: readCount(bytes), sha256, data }
}

const PHOTO_PATH = /\/api\/v1\/(photos\/[^/]+)$/

/** The signed link of a photo; it needs no session, the signature is the permission. */
export function readPhotoLink(event: HttpEvent): PhotoLink | undefined {
  const key = event.httpMethod === 'GET' ? PHOTO_PATH.exec(event.path)?.[1] : undefined
  const { p, e, n, s } = event.queryStringParameters ?? {}
  if (!key) return undefined
  const [personId, signature] = [readText(p), readText(s)]
  return { key, personId, sensitive: n === '1', expiresAt: readCount(e), signature }
}

export function writePhoto(photo: Uint8Array, cacheControl: string): HttpAnswer {
  return {
    statusCode: 200,
    headers: {
      'content-type': 'image/jpeg',
      'cache-control': cacheControl,
      'x-content-type-options': 'nosniff',
    },
    body: Buffer.from(photo).toString('base64'),
    isBase64Encoded: true,
  }
}

export function writeHttpAnswer({ status, body }: Answer): HttpAnswer {
  const kind = status >= 400 ? 'problem+json' : 'json'
  return {
    statusCode: status,
    headers: {
      'content-type': `application/${kind}; charset=utf-8`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
    body: JSON.stringify(body),
    isBase64Encoded: false,
  }
}

function header(event: HttpEvent, name: string): string {
  const found = Object.entries(event.headers ?? {}).find(([key]) => key.toLowerCase() === name)
  return readText(found?.[1])
}

function readText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** Digits only: `Number` would also take "", "1e3" and "0x10". */
function readCount(text: unknown): number {
  return typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : NaN
}

/** The flag arrives as a boolean or as its name. */
function readBody(event: HttpEvent): Buffer {
  const encoded = String(event.isBase64Encoded) === 'true'
  return Buffer.from(typeof event.body === 'string' ? event.body : '', encoded ? 'base64' : 'utf8')
}

function parseJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}
