import type { FastifyInstance } from 'fastify'
import type { App } from '../../app'

/** /healthz: the process runs. /readyz: it can take a report. /metrics: Prometheus. */
export function healthRoutes(server: FastifyInstance, app: App): void {
  const quiet = { logLevel: 'silent' as const, config: { rateLimit: false } }
  server.get('/healthz', quiet, () => ({ status: 'ok' }))
  server.get('/readyz', quiet, async (_request, reply) => {
    if (app.isStopping()) return reply.status(503).send({ status: 'stopping' })
    try {
      await app.context.database.query('select 1')
      return { status: 'ready' }
    } catch (error) {
      app.context.log.error({ err: error }, 'the database does not answer')
      return reply.status(503).send({ status: 'database unavailable' })
    }
  })
  server.get('/metrics', quiet, async (_request, reply) =>
    reply.type(app.metrics.registry.contentType).send(await app.metrics.registry.metrics()),
  )
}
