import { createHash, randomBytes, randomUUID } from 'node:crypto'
import http from 'node:http'
import { readFileSync } from 'node:fs'

/**
 * Sends reports for a while and prints its figures as one line of JSON; a process of its own, so that its work is not
 * counted as the server's. Arguments: base address, token, clients, seconds, place as JSON, photo file or "-".
 */
type Figures = {
  reports: number
  failures: number
  seconds: number
  p50: number
  p95: number
  p99: number
}

const PHOTOS_PER_REPORT = 3

async function main(): Promise<void> {
  const [base = '', token = '', clients = '1', seconds = '5', place = '{}', photo = '-'] =
    process.argv.slice(2)
  const agent = new http.Agent({ keepAlive: true, maxSockets: Infinity })
  const picture = photo === '-' ? undefined : readFileSync(photo)
  const end = performance.now() + Number(seconds) * 1000
  const latencies: number[] = []
  let failures = 0
  const began = performance.now()
  async function sendReports(): Promise<void> {
    while (performance.now() < end) {
      const sent = performance.now()
      const ok = await sendOne({ base, token, agent, place: JSON.parse(place) as object, picture })
      if (ok) latencies.push(performance.now() - sent)
      else failures++
    }
  }
  await Promise.all(Array.from({ length: Number(clients) }, sendReports))
  const figures = summarise(latencies, failures, (performance.now() - began) / 1000)
  process.stdout.write(`${JSON.stringify(figures)}\n`)
  agent.destroy()
}

type Sending = {
  base: string
  token: string
  agent: http.Agent
  place: object
  picture: Buffer | undefined
}

/** Photos first here, then the report that names them: the report counts when all of it has been acknowledged. */
async function sendOne(sending: Sending): Promise<boolean> {
  const fileIds = sending.picture
    ? Array.from({ length: PHOTOS_PER_REPORT }, () => randomUUID())
    : []
  const uploads = await Promise.all(fileIds.map((fileId) => sendPhoto(sending, fileId)))
  const report = JSON.stringify({
    commandId: randomUUID(),
    matterId: randomUUID(),
    kind: '0501',
    text: '村口垃圾堆了好几天，请派人来清',
    place: sending.place,
    discoveredAt: new Date().toISOString(),
    fileIds,
  })
  const status = await post(
    sending,
    '/api/v1/reportMatter',
    'application/json',
    Buffer.from(report),
  )
  return status === 200 && uploads.every((upload) => upload === 200)
}

function sendPhoto(sending: Sending, fileId: string): Promise<number> {
  // A few bytes behind the picture's end make each a file of its own; readers stop before them.
  const bytes = Buffer.concat([sending.picture ?? Buffer.alloc(0), randomBytes(16)])
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const path = `/api/v1/files/${fileId}/chunks?offset=0&bytes=${bytes.length}&sha256=${sha256}`
  return post(sending, path, 'application/octet-stream', bytes)
}

function post(
  { base, token, agent }: Sending,
  path: string,
  type: string,
  body: Buffer,
): Promise<number> {
  return new Promise((resolve) => {
    const headers = {
      'content-type': type,
      'content-length': body.length,
      authorization: `Bearer ${token}`,
    }
    const request = http.request(base + path, { method: 'POST', agent, headers }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode ?? 0))
    })
    request.on('error', () => resolve(0))
    request.end(body)
  })
}

function summarise(latencies: number[], failures: number, seconds: number): Figures {
  const sorted = latencies.sort((a, b) => a - b)
  const at = (share: number) =>
    Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10
  return { reports: sorted.length, failures, seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

void main()
