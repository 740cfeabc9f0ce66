import compress from '@fastify/compress'
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import { isRefusal, refuse, type Refusal } from '@domain/shared/refusal'
import type { ProblemCode } from '@contract/problems'
import type { App } from '../../app'
import { fileRoutes } from '../../files/fileRoutes'
import { authenticate } from '../dispatch'
import { faultRefusal } from '../faultRefusal'
import { apiRoutes } from './apiRoutes'
import { callerOf } from './callerOf'
import { docsRoutes } from './docsRoutes'
import { exportRoute } from './exportRoute'
import { healthRoutes } from './healthRoutes'
import { limitRates } from './limitRates'
import { liveRoute } from './liveRoute'
import { pageRoutes, sendHubPage } from './pageRoutes'
import { sendProblem } from './sendProblem'

export type HttpOptions = { readonly dist: string; readonly version: string }

/** Answers on connections that are idle are closed after this; a phone on a weak line gets a minute per request. */
const KEEP_ALIVE_MS = 72_000
const REQUEST_TIMEOUT_MS = 60_000

/** Everything on one port: both faces, the API, its documents, health and figures. */
export async function makeHttpServer(
  app: App,
  { dist, version }: HttpOptions,
): Promise<FastifyInstance> {
  const logger: FastifyBaseLogger = app.context.log
  const server = Fastify({
    loggerInstance: logger,
    trustProxy: app.context.settings.trustProxy,
    logController: new LogController({ disableRequestLogging: true }),
    keepAliveTimeout: KEEP_ALIVE_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    // `refuseWhileStopping` says it in our words.
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) => void handleError(app, error, request, reply),
    genReqId: () => app.context.newId(),
    routerOptions: { ignoreTrailingSlash: false },
  })
  server.setErrorHandler((error: FastifyError, request, reply) =>
    handleError(app, error, request, reply),
  )
  server.setNotFoundHandler((request, reply) =>
    request.url.startsWith('/hub/') && request.method === 'GET' && !request.url.includes('.')
      ? sendHubPage(reply, dist)
      : sendProblem(reply, refuse('request.unknown-name', { name: request.url.slice(0, 100) })),
  )
  // JSON is the only language of the commands; fastify would take plain text too.
  server.removeContentTypeParser('text/plain')
  secureHeaders(server)
  refuseWhileStopping(server, app)
  await server.register(compress, { threshold: 4096, encodings: ['br', 'gzip'] })
  await limitRates(server, app)
  healthRoutes(server, app)
  apiRoutes(server, app)
  liveRoute(server, app)
  exportRoute(server, app)
  await server.register(fileRoutes, {
    context: app.context,
    authenticate: (request: FastifyRequest) => authenticate(app.context, callerOf(request)),
    sendProblem,
  })
  await docsRoutes(server, version)
  await pageRoutes(server, app, dist)
  return server
}

function secureHeaders(server: FastifyInstance): void {
  server.addHook('onRequest', async (_request, reply) => {
    void reply.header('x-content-type-options', 'nosniff')
    void reply.header('referrer-policy', 'same-origin')
    void reply.header('x-frame-options', 'DENY')
  })
}

/** What was begun is finished; a connection that is kept open would bring more. */
function refuseWhileStopping(server: FastifyInstance, app: App): void {
  server.addHook('onRequest', async (request, reply) => {
    if (!app.isStopping() || !request.url.startsWith('/api/')) return undefined
    return sendProblem(reply, refuse('server.stopping'))
  })
  server.addHook('onSend', async (_request, reply) => {
    if (app.isStopping()) void reply.header('connection', 'close')
  })
}

const knownFaults: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'request.malformed-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request.malformed-json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request.malformed-json',
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.wrong-media-type',
  FST_ERR_BAD_URL: 'request.unknown-name',
  FST_ERR_MAX_PARAM_LENGTH: 'request.unknown-name',
}

/** The one place where a fault is caught: logged with the request's id, answered without its insides. */
function handleError(
  app: App,
  error: FastifyError | Refusal,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  if (isRefusal(error)) return sendProblem(reply, error as Refusal<ProblemCode>)
  const known =
    knownFaults[error.code] ?? (error.statusCode === 400 ? 'request.malformed-json' : undefined)
  if (known) return sendProblem(reply, refuse(known))
  app.context.log.error(
    { err: error, requestId: request.id, operation: request.routeOptions.url },
    'a request failed',
  )
  return sendProblem(reply, faultRefusal(error))
}
