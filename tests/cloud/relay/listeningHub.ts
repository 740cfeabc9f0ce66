import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { MatterCloudEvent } from '@contract/webhooks/matterEvent'

export type Received = {
  readonly id: string
  readonly event: MatterCloudEvent
  readonly body: string
  readonly headers: IncomingHttpHeaders
}

/** A status to answer with; nothing: never answers. */
type Answer = (received: Received, response: ServerResponse) => number | undefined

export type ListeningHub = {
  readonly url: string
  /** Everything that came, answered well or not. */
  readonly received: Received[]
  /** Only what was answered with 2xx. */
  readonly accepted: Received[]
  answer: Answer
  /** Resolves when that many have come. */
  came(count: number): Promise<void>
  close(): Promise<void>
}

/** A hub's receiver on a real socket of this machine. */
export async function openListeningHub(answer: Answer = () => 204): Promise<ListeningHub> {
  const received: Received[] = []
  const accepted: Received[] = []
  const waiting = new Set<() => void>()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const one = receivedOf(Buffer.concat(chunks).toString(), request.headers)
      received.push(one)
      const status = hub.answer(one, response)
      if (status !== undefined && status >= 200 && status < 300) accepted.push(one)
      if (status !== undefined) response.writeHead(status).end(status < 300 ? '' : '现在不方便')
      for (const look of waiting) look()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const hub: ListeningHub = {
    url: `http://127.0.0.1:${port}/events`,
    received,
    accepted,
    answer,
    came: (count) =>
      new Promise((resolve) => {
        const look = () =>
          void (
            received.length >= count && waiting.delete(look),
            received.length >= count && resolve()
          )
        waiting.add(look)
        look()
      }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return hub
}

function receivedOf(body: string, headers: IncomingHttpHeaders): Received {
  const event = JSON.parse(body) as MatterCloudEvent
  return { id: String(headers['webhook-id']), event, body, headers }
}
