import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import http from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { signInOfficer } from './signInOfficer'

/**
 * All consoles and the phones in one process, so that both ends of a time are read off one clock. Half of the consoles
 * lose their line in the middle and come back with their cursor. Arguments: base address, file of tokens, reports a
 * second, seconds. Prints its figures as one line of JSON.
 */
const PLACE = { longitude: 112.41887, latitude: 24.72723, datum: 'gcj02', accuracyMetres: 15 }
const AWAY_MS = 500
const LAST_EVENT_WITHIN_MS = 20_000

type Stream = {
  readonly token: string
  readonly seen: Map<string, number>
  cursor: string | undefined
  cut(): void
}

const agent = new http.Agent({ keepAlive: true, maxSockets: Infinity })

async function main(): Promise<void> {
  const [base = '', file = '', rate = '50', seconds = '20'] = process.argv.slice(2)
  const tokens = JSON.parse(readFileSync(file, 'utf8')) as string[]
  const streams = await Promise.all(tokens.map((token) => open(base, token)))
  const officer = await signInOfficer(base)
  const answered = new Map<string, number>()
  const sending: Promise<void>[] = []
  const total = Number(rate) * Number(seconds)
  const dropAt = Math.floor(total / 2)
  const began = performance.now()
  for (let sent = 0; sent < total; sent++) {
    sending.push(report(base, officer, answered))
    if (sent === dropAt)
      for (const stream of streams.filter((_, n) => n % 2)) void comeBack(base, stream)
    await pause(Math.max(0, began + ((sent + 1) * 1000) / Number(rate) - performance.now()))
  }
  await Promise.all(sending)
  await untilAllSeen(streams, answered.size)
  process.stdout.write(`${JSON.stringify(summarise(streams, answered))}\n`)
  process.exit(0)
}

async function open(base: string, token: string): Promise<Stream> {
  const stream: Stream = { token, seen: new Map(), cursor: undefined, cut: () => undefined }
  await listen(base, stream)
  return stream
}

function listen(base: string, stream: Stream): Promise<void> {
  const after = stream.cursor === undefined ? '' : `?after=${stream.cursor}`
  const headers = { authorization: `Bearer ${stream.token}` }
  return new Promise((resolve, reject) => {
    const request = http.get(`${base}/api/v1/live${after}`, { headers }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`live: ${response.statusCode}`))
      resolve()
      let rest = ''
      response.setEncoding('utf8').on('data', (part: string) => {
        const blocks = (rest + part).split('\n\n')
        rest = blocks.pop() ?? ''
        for (const block of blocks) take(stream, block)
      })
      response.on('error', () => undefined)
    })
    request.on('error', reject)
    stream.cut = () => request.destroy()
  })
}

/** Only what is needed is read: two hundred parsers of whole matters would be timed instead of the server. */
function take(stream: Stream, block: string): void {
  const id = /^id: ?(.*)$/m.exec(block)?.[1]
  const matterId = /"matter":\{"matterId":"([0-9a-f-]{36})"/.exec(block)?.[1]
  if (id !== undefined) stream.cursor = id
  if (matterId !== undefined && !stream.seen.has(matterId))
    stream.seen.set(matterId, performance.now())
}

async function comeBack(base: string, stream: Stream): Promise<void> {
  stream.cut()
  await pause(AWAY_MS)
  await listen(base, stream)
}

function report(base: string, token: string, answered: Map<string, number>): Promise<void> {
  const matterId = randomUUID()
  const body = JSON.stringify({
    commandId: randomUUID(),
    matterId,
    kind: '0501',
    text: '村口垃圾堆了好几天，请派人来清',
    place: PLACE,
    discoveredAt: new Date().toISOString(),
    fileIds: [],
  })
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
    const request = http.request(
      `${base}/api/v1/reportMatter`,
      { method: 'POST', agent, headers },
      (response) => {
        response.resume().on('end', () => {
          if (response.statusCode === 200) answered.set(matterId, performance.now())
          resolve()
        })
      },
    )
    request.on('error', () => resolve())
    request.end(body)
  })
}

async function untilAllSeen(streams: readonly Stream[], count: number): Promise<void> {
  const end = performance.now() + LAST_EVENT_WITHIN_MS
  while (performance.now() < end && streams.some(({ seen }) => seen.size < count)) await pause(50)
}

function summarise(streams: readonly Stream[], answered: ReadonlyMap<string, number>) {
  const always = streams.filter((_, n) => n % 2 === 0)
  const delays = always
    .flatMap(({ seen }) =>
      [...answered].flatMap(([id, at]) => {
        const came = seen.get(id)
        return came === undefined ? [] : [came - at]
      }),
    )
    .sort((a, b) => a - b)
  const at = (share: number) => Math.round(delays[Math.floor(delays.length * share)] ?? 0)
  const missed = streams.reduce(
    (sum, { seen }) => sum + [...answered.keys()].filter((id) => !seen.has(id)).length,
    0,
  )
  return {
    reports: answered.size,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    max: Math.round(delays.at(-1) ?? 0),
    cameBack: streams.length / 2,
    missed,
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`)
  process.exit(1)
})
