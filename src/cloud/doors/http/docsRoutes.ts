import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { problems } from '@contract/problems'
import { openapiDocument } from './openapi'

/** `/openapi.json` for programs, `/docs/` for people, `/docs/problems` for whoever was handed a code. */
export async function docsRoutes(server: FastifyInstance, version: string): Promise<void> {
  const document = openapiDocument(version)
  server.get('/openapi.json', () => document)
  server.get('/docs/problems', (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(problemsPage()),
  )
  await server.register(swagger, { mode: 'static', specification: { document: document as never } })
  await server.register(swaggerUi, { routePrefix: '/docs', uiConfig: { docExpansion: 'none' } })
}

const retryWords = { never: '不要再发', later: '稍后原样再发', 'after-edit': '改了再发' }

function problemsPage(): string {
  const rows = Object.entries(problems).map(
    ([code, { status, title, retry }]) =>
      `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${title}</td><td>${retryWords[retry]}</td></tr>`,
  )
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>连心：问题代码</title>
<style>body{font:16px/1.6 system-ui;margin:2rem;color:#12211b}td,th{padding:.3rem .8rem;text-align:left}tr:target{background:#e6f4ee}</style>
<h1>问题代码</h1><table><tr><th>代码</th><th>HTTP</th><th>说给人的话</th><th>怎么办</th></tr>${rows.join('')}</table></html>`
}
