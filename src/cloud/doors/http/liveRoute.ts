import type { ServerResponse } from 'node:http'
import { isDeepStrictEqual } from 'node:util'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Actor } from '@domain/access/actor'
import type { PersonId } from '@domain/shared/ids'
import { isRefusal, refuse, type Refusal } from '@domain/shared/refusal'
import type { ProblemCode } from '@contract/problems'
import type { App } from '../../app'
import type { LiveEvent } from '../../live/liveFeed'
import type { PresenceNews } from '../../live/presence'
import { findCursor, isFurtherBehind, type FeedCursor } from '../../store/changeFeed'
import { authenticate } from '../dispatch'
import { callerOf } from './callerOf'
import { sendProblem } from './sendProblem'

/** Proxies cut connections that say nothing for a while. */
const HEARTBEAT_MS = 15_000
/** A console that reads slower than its township reports is cut off, and comes back with its cursor. */
const BUFFER_BYTES_MAX = 4 * 1024 * 1024
const STREAMS_MAX = 1000
/** Tabs of one console; whoever opens more reads the same in each. */
const STREAMS_OF_ONE_PERSON_MAX = 5
/** Further behind, a console is sooner up to date by reading its lists anew. */
const CHANGES_BEHIND_MAX = 20_000

type LiveRequest = FastifyRequest<{ Querystring: { after?: string } }>

/** `GET /api/v1/live?after=<cursor>`: the change feed as Server-Sent Events; `id` is the cursor to come back with. */
export function liveRoute(server: FastifyInstance, app: App): void {
  const streams = new Map<ServerResponse, PersonId>()
  server.get<{ Querystring: { after?: string } }>('/api/v1/live', async (request, reply) => {
    const actor = await authenticate(app.context, callerOf(request))
    if (isRefusal(actor)) return sendProblem(reply, actor)
    const after = await readCursor(app, request)
    if (isRefusal(after)) return sendProblem(reply, after)
    if (app.isStopping()) return sendProblem(reply, refuse('server.stopping'))
    const full = refuseFull(streams, actor.personId)
    if (full) return sendProblem(reply, full)
    reply.hijack()
    const { raw } = reply
    // Gone while its session was looked up: it will not say so again.
    if (raw.destroyed) return reply
    streams.set(raw, actor.personId)
    raw.on('close', () => streams.delete(raw))
    await stream(app, request, raw, { actor, after })
    return reply
  })
}

function refuseFull(
  streams: ReadonlyMap<ServerResponse, PersonId>,
  personId: PersonId,
): Refusal<ProblemCode> | undefined {
  if (streams.size >= STREAMS_MAX) return refuse('server.busy')
  const own = [...streams.values()].filter((owner) => owner === personId)
  return own.length >= STREAMS_OF_ONE_PERSON_MAX ? refuse('request.too-many') : undefined
}

async function readCursor(
  { context }: App,
  request: LiveRequest,
): Promise<FeedCursor | undefined | Refusal<ProblemCode>> {
  const asked = request.query.after ?? request.headers['last-event-id']?.toString()
  if (asked === undefined) return undefined
  const cursor = findCursor(asked)
  if (!cursor) return refuse('hub.cursor-invalid')
  const { database, countyId } = context
  const farBehind = await isFurtherBehind(database, countyId, cursor, CHANGES_BEHIND_MAX)
  return farBehind ? refuse('hub.cursor-invalid') : cursor
}

type Start = { readonly actor: Actor; readonly after: FeedCursor | undefined }

async function stream(
  app: App,
  request: LiveRequest,
  raw: ServerResponse,
  { actor, after }: Start,
): Promise<void> {
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // Kept for another request, a stream's connection would hold up a server that stops.
    connection: 'close',
    'x-accel-buffering': 'no',
  })
  raw.write(': connected\n\n')
  const heartbeat = setInterval(() => void beat(app, request, raw, actor), HEARTBEAT_MS)
  const forget = app.onStop(() => raw.end())
  const unlisten = app.context.presence.listen((news) => tellPresence(raw, actor, news))
  const ends = [() => clearInterval(heartbeat), forget, unlisten]
  const gone = new AbortController()
  raw.on('close', () => {
    gone.abort()
    for (const end of ends) end()
  })
  try {
    const leave = await app.live.join(
      { actor, send: (event) => send(raw, event), gone: gone.signal },
      after,
    )
    if (gone.signal.aborted) leave()
    else ends.push(leave)
  } catch (error) {
    app.context.log.error({ err: error, requestId: request.id }, 'a live stream could not begin')
    // Open and silent it would look alive; cut off, the console comes back.
    raw.destroy()
  }
}

/** One event goes to several streams and is put into text once. */
const texts = new WeakMap<LiveEvent, string>()

function textOf(event: LiveEvent): string {
  const known = texts.get(event)
  if (known !== undefined) return known
  const { cursor, action, matter } = event
  const text = `event: change\nid: ${cursor}\ndata: ${JSON.stringify({ action, matter })}\n\n`
  texts.set(event, text)
  return text
}

function send(raw: ServerResponse, event: LiveEvent): void {
  // Ended while its past was being read: a write after the end would be a fault of the whole process.
  if (raw.writableEnded) return
  raw.write(textOf(event))
  if (raw.writableLength > BUFFER_BYTES_MAX) raw.destroy()
}

/** Only to those who look at it themselves: they have shown that they may. */
function tellPresence(raw: ServerResponse, { personId }: Actor, news: PresenceNews): void {
  if (raw.writableEnded || !news.here.some((one) => one.personId === personId)) return
  const here = news.here.filter((one) => one.personId !== personId)
  raw.write(`event: presence\ndata: ${JSON.stringify({ matterId: news.matterId, here })}\n\n`)
}

/**
 * Whoever has signed out, or lost their account, is not told any more. Whoever holds other posts by
 * now comes back with what they may see.
 */
async function beat(
  app: App,
  request: LiveRequest,
  raw: ServerResponse,
  before: Actor,
): Promise<void> {
  try {
    const actor = await authenticate(app.context, callerOf(request))
    if (isRefusal(actor) || !mayReadAs(actor, before)) raw.end()
    else if (!raw.writableEnded) raw.write(': alive\n\n')
  } catch (error) {
    app.context.log.error({ err: error, requestId: request.id }, 'a live stream could not be kept')
    raw.destroy()
  }
}

/** Other posts, or a second factor that has run out, read something else: the console asks anew. */
function mayReadAs(now: Actor, before: Actor): boolean {
  return now.unproven === before.unproven && isDeepStrictEqual(now.posts, before.posts)
}
