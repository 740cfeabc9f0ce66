import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import type { Actor } from '@domain/access/actor'
import { isRefusal, refuse, type Refusal } from '@domain/shared/refusal'
import { ChunkHeading } from '@contract/api/uploadChunk'
import type { ProblemCode } from '@contract/problems'
import { CHUNK_BYTES_MAX, receiveChunk } from '../commands/receiveChunk'
import type { Context } from '../context'
import { formatOfKey } from './blobKeys'
import { mimeTypeOf } from './fileFormat'
import { photoCacheControl, type PhotoLink } from './photoLinks'
import { servePhoto } from './servePhoto'

export type FileRouteOptions = {
  readonly context: Context
  readonly authenticate: (request: FastifyRequest) => Promise<Actor | Refusal<ProblemCode>>
  readonly sendProblem: (reply: FastifyReply, refusal: Refusal<ProblemCode>) => FastifyReply
}

/** The two roads on which bytes travel as they are: a piece of a photo in, a photo out. */
export async function fileRoutes(
  fastify: FastifyInstance,
  options: FileRouteOptions,
): Promise<void> {
  fastify.removeAllContentTypeParsers()
  fastify.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: CHUNK_BYTES_MAX },
    (_request, body, done) => done(null, body),
  )
  fastify.setErrorHandler((error, _request, reply) => {
    // The rate limiter throws its refusal; thrown on from here it would be sent as an answer.
    if (isRefusal(error)) return options.sendProblem(reply, error as Refusal<ProblemCode>)
    const code = bodyProblems[(error as { code?: string }).code ?? '']
    if (!code) throw error
    return options.sendProblem(reply, refuse(code))
  })
  addChunkRoute(fastify, options)
  addPhotoRoute(fastify, options)
}

const bodyProblems: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.wrong-media-type',
}

type ChunkRoute = { Params: { fileId: string }; Querystring: Record<string, unknown> }

function addChunkRoute(fastify: FastifyInstance, options: FileRouteOptions): void {
  const { context, authenticate, sendProblem } = options
  const senders = new WeakMap<object, Actor>()
  fastify.post<ChunkRoute>('/api/v1/files/:fileId/chunks', {
    // Before the body is read: a stranger's megabyte is not taken in first.
    onRequest: async (request, reply) => {
      const actor = await authenticate(request)
      if (isRefusal(actor)) return sendProblem(reply, actor)
      if (actor.onlyLooks) return sendProblem(reply, refuse('consent.withdrawn'))
      senders.set(request, actor)
      return undefined
    },
    handler: async (request, reply) => {
      const actor = senders.get(request)
      const heading = readHeading(request.params.fileId, request.query)
      if (!actor) throw new Error('A chunk was let in without a sender')
      if (!heading || !Buffer.isBuffer(request.body))
        return sendProblem(reply, refuse('request.invalid'))
      const answer = await receiveChunk(context, actor, heading, request.body)
      return isRefusal(answer) ? sendProblem(reply, answer) : reply.send(answer)
    },
  })
}

function readHeading(fileId: string, query: Record<string, unknown>): ChunkHeading | undefined {
  const { offset, bytes, sha256 } = query
  const heading = { fileId, offset: readCount(offset), bytes: readCount(bytes), sha256 }
  const parsed = v.safeParse(ChunkHeading, heading)
  return parsed.success ? parsed.output : undefined
}

/** Digits only: `Number` would also take "", "1e3" and "0x10". */
function readCount(text: unknown): number {
  return typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : NaN
}

type PhotoRoute = { Params: { key: string }; Querystring: Record<string, unknown> }

function addPhotoRoute(fastify: FastifyInstance, options: FileRouteOptions): void {
  const { context, sendProblem } = options
  fastify.get<PhotoRoute>('/api/v1/photos/:key', async (request, reply) => {
    const link = readPhotoLink(request.params.key, request.query)
    const photo = await servePhoto(context, link)
    if (isRefusal(photo)) return sendProblem(reply, photo)
    void reply.header('cache-control', photoCacheControl(link, context.now()))
    return sendPhoto(request.headers, reply, request.params.key, photo)
  })
}

export function readPhotoLink(key: string, { p, e, n, s }: Record<string, unknown>): PhotoLink {
  return {
    key: `photos/${key}`,
    personId: readText(p),
    sensitive: n === '1',
    expiresAt: readCount(e),
    signature: readText(s),
  }
}

function readText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function sendPhoto(
  { 'if-none-match': known, range }: FastifyRequest['headers'],
  reply: FastifyReply,
  name: string,
  photo: Uint8Array,
): FastifyReply {
  // The name is the content's hash, so what is under it never changes.
  const etag = `"${name}"`
  reply.headers({
    etag,
    'x-content-type-options': 'nosniff',
    'content-disposition': 'inline',
  })
  if (known === etag) return reply.code(304).send()
  const format = formatOfKey(`photos/${name}`) ?? 'jpg'
  void reply.type(mimeTypeOf[format])
  return format === 'jpg' ? reply.send(photo) : sendRange(range, reply, photo)
}

/** iPhones play nothing that cannot be asked for in parts. One range, as players ask; anything else is the whole. */
function sendRange(
  range: string | undefined,
  reply: FastifyReply,
  whole: Uint8Array,
): FastifyReply {
  void reply.header('accept-ranges', 'bytes')
  const asked = /^bytes=(\d+)-(\d*)$/.exec(range ?? '')
  if (!asked) return reply.send(whole)
  const from = Number(asked[1])
  const to = Math.min(asked[2] ? Number(asked[2]) : Infinity, whole.length - 1)
  if (from > to) return reply.code(416).header('content-range', `bytes */${whole.length}`).send()
  void reply.code(206).header('content-range', `bytes ${from}-${to}/${whole.length}`)
  return reply.send(whole.subarray(from, to + 1))
}
