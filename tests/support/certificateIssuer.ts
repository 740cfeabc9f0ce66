import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What came in, as the platform of an issuing office sees it. */
export type Asked = {
  readonly id: string
  readonly question: Record<string, any>
  readonly headers: IncomingHttpHeaders
}

/**
 * A result · a status · slow: takes the question and never answers · cut: hangs up · cutInside: in the middle of its
 * answer · forged: signed by somebody else · stale: signed an hour ago · a body of its own, well signed.
 */
export type Behaviour =
  | 'verified'
  | 'notFound'
  | 'mismatch'
  | 'unavailable'
  | 'slow'
  | 'cut'
  | 'cutInside'
  | 'forged'
  | 'stale'
  | number
  | { readonly status: number; readonly retryAfter: number }
  | { readonly body: unknown }

export type CertificateIssuer = {
  readonly settings: { readonly url: string; readonly key: string }
  /** Every request that was signed as agreed. */
  readonly asked: Asked[]
  /** How often it looked into its own register: once for each id, however often it is asked. */
  readonly looked: string[]
  readonly refused: number
  behave: (asked: Asked, times: number) => Behaviour
  came(count: number): Promise<void>
  close(): Promise<void>
}

const KEY = 'a key shared with the platform'
/** A platform is asked again for days: it answers what it answered before. */
type Register = Map<string, string>

/** An issuing office's platform on a socket of this machine, with the manners of such platforms. */
export async function openCertificateIssuer(): Promise<CertificateIssuer> {
  const asked: Asked[] = []
  const looked: string[] = []
  const register: Register = new Map()
  const waiting = new Set<() => void>()
  let refused = 0
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('error', () => undefined)
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      if (!isFromUs(request.headers, body)) {
        refused++
        response.writeHead(401).end()
        return
      }
      const one = { ...read(request.headers, body), headers: request.headers }
      asked.push(one)
      const times = asked.filter(({ id }) => id === one.id).length
      reply(issuer.behave(one, times), one, response, { register, looked })
      for (const look of waiting) look()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const issuer: CertificateIssuer = {
    settings: { url: `http://127.0.0.1:${port}/check`, key: KEY },
    asked,
    looked,
    get refused() {
      return refused
    },
    behave: () => 'verified',
    came: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (asked.length < count) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return issuer
}

function isFromUs(headers: IncomingHttpHeaders, body: string): boolean {
  const words = [headers['idempotency-key'], headers['lianxin-timestamp'], body].join('.')
  return headers['lianxin-signature'] === sign(KEY, words)
}

function sign(key: string, words: string): string {
  return createHmac('sha256', key).update(words).digest('base64')
}

function read(headers: IncomingHttpHeaders, body: string) {
  return { id: String(headers['idempotency-key']), question: JSON.parse(body) as Asked['question'] }
}

function reply(
  behaviour: Behaviour,
  asked: Asked,
  response: ServerResponse,
  books: { register: Register; looked: string[] },
): void {
  if (behaviour === 'slow') return
  if (behaviour === 'cut') return void response.destroy()
  if (typeof behaviour === 'number') return void response.writeHead(behaviour).end('现在不方便')
  if (typeof behaviour === 'object' && 'status' in behaviour) {
    const { status, retryAfter } = behaviour
    return void response.writeHead(status, { 'retry-after': String(retryAfter) }).end()
  }
  const body = bodyOf(behaviour, asked, books)
  const timestamp = timeOf(asked, behaviour)
  const key = behaviour === 'forged' ? 'somebody else' : KEY
  const headers = {
    'content-type': 'application/json',
    'lianxin-timestamp': timestamp,
    'lianxin-signature': sign(key, `${asked.id}.${timestamp}.${body}`),
  }
  if (behaviour !== 'cutInside') return void response.writeHead(200, headers).end(body)
  response.writeHead(200, { ...headers, 'content-length': String(body.length) })
  response.write(body.slice(0, 5), () => response.destroy())
}

/** Tests move their clock; the platform's goes with it. */
function timeOf({ headers }: Asked, behaviour: Behaviour): string {
  const seconds = Number(headers['lianxin-timestamp'])
  return String(behaviour === 'stale' ? seconds - 3600 : seconds)
}

function bodyOf(
  behaviour: Exclude<Behaviour, number>,
  asked: Asked,
  { register, looked }: { register: Register; looked: string[] },
): string {
  if (typeof behaviour === 'object' && 'body' in behaviour)
    return typeof behaviour.body === 'string' ? behaviour.body : JSON.stringify(behaviour.body)
  const known = register.get(asked.id)
  if (known !== undefined) return known
  looked.push(asked.id)
  const results = ['notFound', 'mismatch', 'unavailable'] as const
  const body = JSON.stringify({
    result: results.find((result) => result === behaviour) ?? 'verified',
    proof: `HY-${String(looked.length).padStart(8, '0')}`,
    checkedAt: new Date(Number(timeOf(asked, 'verified')) * 1000).toISOString(),
    // What no answer of ours may ever keep.
    portrait: 'iVBORw0KGgo=',
    words: `${String(asked.question.person)} 44188219700101123X`,
  })
  register.set(asked.id, body)
  return body
}
