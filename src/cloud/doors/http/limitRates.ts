import { createHash } from 'node:crypto'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refuse } from '@domain/shared/refusal'
import type { App } from '../../app'
import { readPhotoLink } from '../../files/fileRoutes'
import { checkPhotoLink } from '../../files/photoLinks'
import { authenticateEndpoint } from '../../relay/authenticateEndpoint'
import type { Settings } from '../../settings'
import { callerOf } from './callerOf'

const WINDOW_MS = 60_000
/** Guessing at accounts costs a hash each, and nobody signs in so often. */
const SIGN_INS_PER_MINUTE = 30
/** One page of a list shows many photos. */
const PHOTOS_FOR_EACH_REQUEST = 5

type Bucket = 'sign-in' | 'photos' | 'requests'

/**
 * Each bucket by whoever is known to ask, else by address: an invented token, secret or link for
 * each request would otherwise be a limit of its own each time. Files of the pages do not count.
 */
export async function limitRates(server: FastifyInstance, app: App): Promise<void> {
  const { settings } = app.context
  await server.register(rateLimit, {
    max: (request) => maxOf(settings, bucketOf(request)),
    timeWindow: WINDOW_MS,
    keyGenerator: async (request) => {
      const bucket = bucketOf(request)
      return `${bucket} ${await ownerOf(app, request, bucket)}`
    },
    allowList: (request) => !request.url.startsWith('/api/'),
    errorResponseBuilder: () => refuse('request.too-many'),
  })
}

function maxOf({ requestsPerMinute, quotas }: Settings, bucket: Bucket): number {
  if (bucket === 'photos') return requestsPerMinute * PHOTOS_FOR_EACH_REQUEST
  if (bucket === 'sign-in' && quotas) return Math.min(SIGN_INS_PER_MINUTE, requestsPerMinute)
  return requestsPerMinute
}

function bucketOf(request: FastifyRequest): Bucket {
  if (request.routeOptions.url === '/api/v1/photos/:key') return 'photos'
  return nameOf(request) === 'signIn' ? 'sign-in' : 'requests'
}

async function ownerOf(app: App, request: FastifyRequest, bucket: Bucket): Promise<string> {
  const known =
    bucket === 'photos'
      ? findViewer(app, request)
      : bucket === 'requests'
        ? await findTokenHash(app, request)
        : undefined
  return known ?? request.ip
}

/** The person for whom the photo's link was signed. */
function findViewer({ context }: App, request: FastifyRequest): string | undefined {
  const { key } = request.params as { key: string }
  const link = readPhotoLink(key, request.query as Record<string, unknown>)
  const good = checkPhotoLink(context.linkSecret, context.countyId, link, context.now())
  return good ? link.personId : undefined
}

async function findTokenHash(
  { context }: App,
  request: FastifyRequest,
): Promise<string | undefined> {
  const { token } = callerOf(request)
  if (!token) return undefined
  const known = pulls.has(nameOf(request))
    ? await authenticateEndpoint(context, token)
    : await context.sessions.find(token, context.now())
  return known && createHash('sha256').update(token).digest('base64url')
}

/** Asked by a hub with its endpoint's secret. */
const pulls: ReadonlySet<string> = new Set(['pullEvents', 'acknowledgeEvents'])

function nameOf(request: FastifyRequest): string {
  if (request.routeOptions.url !== '/api/v1/:name') return ''
  return (request.params as { name: string }).name
}
