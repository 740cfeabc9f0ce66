import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import { isRefusal, refuse } from '@domain/shared/refusal'
import { ExportRequest } from '@contract/exportMatters'
import type { App } from '../../app'
import { makeExporter } from '../../exports/exportMatters'
import { authenticate } from '../dispatch'
import { callerOf } from './callerOf'
import { sendProblem } from './sendProblem'

/** `POST /api/v1/exports/matters`: a file that is sent while it is read. */
export function exportRoute(server: FastifyInstance, app: App): void {
  const exportMatters = makeExporter(app.context)
  server.post('/api/v1/exports/matters', async (request, reply) => {
    const actor = await authenticate(app.context, callerOf(request))
    if (isRefusal(actor)) return sendProblem(reply, actor)
    const asked = v.safeParse(ExportRequest, request.body ?? {})
    if (!asked.success) return sendProblem(reply, refuse('request.invalid'))
    const file = await exportMatters(actor, asked.output)
    if (isRefusal(file)) return sendProblem(reply, file)
    const name = `filename*=UTF-8''${encodeURIComponent(file.name)}`
    void reply.header('content-disposition', `attachment; ${name}`)
    void reply.header('cache-control', 'no-store')
    const pieces = Readable.from(file.pieces, { objectMode: false })
    pieces.on('close', file.release)
    return reply.type(file.type).send(pieces)
  })
}
