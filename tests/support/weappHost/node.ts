/** What the host needs of Node: the files of a build, WeChat's compiler, a real network, a document. */
import { readFileSync } from 'node:fs'
import http from 'node:http'
import https from 'node:https'
import path from 'node:path'
import { wxmlToJs } from 'miniprogram-compiler'
import type { NetAnswer, Network, WeappPackage } from './types'

export function openWeapp(dist: string): WeappPackage {
  return {
    read: (file) => readFileSync(path.join(dist, file), 'utf8'),
    templates: wxmlToJs(dist, { maxBuffer: 1 << 26 }),
  }
}

/** Jest's jsdom brings a document; a test that runs a server beside the host has none. */
export function provideDocument() {
  if (typeof document !== 'undefined') return
  // Loaded only here, because jsdom cannot be loaded inside jsdom.
  const { JSDOM } = require('jsdom') as typeof import('jsdom')
  Object.assign(globalThis, { document: new JSDOM('<body></body>').window.document })
}

export const nodeNetwork: Network = ({ method, url, headers, body, timeoutMs }) =>
  new Promise((resolve, reject) => {
    const client = url.startsWith('https:') ? https : http
    const length = body ? { 'content-length': String(body.length) } : {}
    const request = client.request(
      url,
      { method, headers: { ...headers, ...length } },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () => resolve(answerOf(answer, Buffer.concat(chunks))))
      },
    )
    request.setTimeout(timeoutMs, () => request.destroy(new Error('timeout')))
    request.on('error', reject)
    request.end(body && Buffer.from(body))
  })

function answerOf(answer: http.IncomingMessage, body: Buffer): NetAnswer {
  const pairs = Object.entries(answer.headers).map(([name, value]) => [name, String(value)])
  return {
    status: answer.statusCode ?? 0,
    headers: Object.fromEntries(pairs) as Record<string, string>,
    body: Uint8Array.from(body),
  }
}
