import { existsSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { App } from '../../app'

/** Files whose name carries a hash of their content never change. */
const HASHED = /[.-][0-9a-zA-Z_-]{8,}\.(js|css|woff2|svg|png|jpg)$/

/** The two faces: the mini-program as a web app at `/`, the hub console at `/hub/`. */
export async function pageRoutes(server: FastifyInstance, app: App, dist: string): Promise<void> {
  const { settings } = app.context
  server.get('/hub/config.json', (_request, reply) =>
    reply.header('cache-control', 'no-store').send({
      demo: settings.demo,
      tianditu: settings.tianditu,
      signOn: settings.signOn !== null,
    }),
  )
  server.get('/config.json', (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ demo: settings.demo }),
  )
  server.get('/hub', (_request, reply) => reply.redirect('/hub/'))
  await serveFolder(server, path.join(dist, 'hub'), '/hub/', true)
  await serveFolder(server, path.join(dist, 'h5'), '/', false)
}

async function serveFolder(
  server: FastifyInstance,
  folder: string,
  prefix: string,
  decorate: boolean,
): Promise<void> {
  if (!existsSync(folder)) return
  await server.register(fastifyStatic, {
    root: path.resolve(folder),
    prefix,
    decorateReply: decorate,
    cacheControl: false,
    setHeaders: (response, file) => void response.setHeader('cache-control', cacheControl(file)),
  })
}

function cacheControl(file: string): string {
  return HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache'
}

/** A console address that was bookmarked leads to the console, not to an error. */
export function sendHubPage(reply: FastifyReply, dist: string): FastifyReply {
  return reply.sendFile('index.html', path.resolve(dist, 'hub'))
}
