import type { FastifyInstance } from 'fastify'
import { isRefusal, refuse } from '@domain/shared/refusal'
import type { App } from '../../app'
import type { LiveEvent } from '../../live/liveFeed'
import { findCursor } from '../../store/changeFeed'
import { authenticate } from '../dispatch'
import { callerOf } from './callerOf'
import { sendProblem } from './sendProblem'

/** Proxies cut connections that say nothing for a while. */
const HEARTBEAT_MS = 15_000
/** A console that reads slower than its township reports is cut off, and comes back with its cursor. */
const BUFFER_BYTES_MAX = 4 * 1024 * 1024
const STREAMS_MAX = 1000

/** `GET /api/v1/live?after=<cursor>`: the change feed as Server-Sent Events; `id` is the cursor to come back with. */
export function liveRoute(server: FastifyInstance, app: App): void {
  let streams = 0
  server.get<{ Querystring: { after?: string } }>('/api/v1/live', async (request, reply) => {
    const actor = await authenticate(app.context, callerOf(request))
    if (isRefusal(actor)) return sendProblem(reply, actor)
    const asked = request.query.after ?? request.headers['last-event-id']?.toString()
    const after = asked === undefined ? undefined : findCursor(asked)
    if (asked !== undefined && !after) return sendProblem(reply, refuse('hub.cursor-invalid'))
    if (app.isStopping()) return sendProblem(reply, refuse('server.stopping'))
    if (streams >= STREAMS_MAX) return sendProblem(reply, refuse('server.busy'))
    streams++
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    raw.write(': connected\n\n')
    const send = (event: LiveEvent) => {
      raw.write(`event: change\nid: ${event.cursor}\ndata: ${JSON.stringify({ action: event.action, matter: event.matter })}\n\n`)
      if (raw.writableLength > BUFFER_BYTES_MAX) raw.destroy()
    }
    const heartbeat = setInterval(() => raw.write(': alive\n\n'), HEARTBEAT_MS)
    const ends: (() => void)[] = [() => clearInterval(heartbeat), app.onStop(() => raw.end())]
    let closed = false
    raw.on('close', () => {
      closed = true
      streams--
      for (const end of ends) end()
    })
    const leave = await app.live.join({ actor, send }, after)
    if (closed) leave()
    else ends.push(leave)
    return reply
  })
}
