import { HTTP, type CloudEvent } from 'cloudevents'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import type { MatterEventData } from '@contract/webhooks/matterEvent'

export type MatterEvent = CloudEvent<MatterEventData>

/** A hub outside that knows our county only by its secret: verified by one library, read by another. */
export type WebhookReceiver = {
  readonly url: string
  trust(secret: string): void
  /** Every event of every delivery, in the order of arrival. */
  readonly deliveries: readonly MatterEvent[]
  /** The events in the order in which each came first. */
  firstDeliveries(): MatterEvent[]
  /** Deliveries that were not signed, or could not be read. */
  readonly refused: readonly string[]
  /** Resolves once the condition holds; looked at with each delivery. */
  until(condition: () => boolean): Promise<void>
  close(): Promise<void>
}

export async function openWebhookReceiver(): Promise<WebhookReceiver> {
  let webhook: Webhook | undefined
  const deliveries: MatterEvent[] = []
  const refused: string[] = []
  const waiting = new Set<() => void>()
  const server = createServer((request, response) => {
    void readBody(request)
      .then((body) => deliveries.push(readEvent(webhook, request, body)))
      .then(
        () => response.writeHead(204).end(),
        (error: Error) => {
          // A sender that died in the middle of its request has said nothing yet.
          if (!request.complete) return
          refused.push(error.message)
          response.writeHead(400).end()
        },
      )
      .then(() => waiting.forEach((look) => look()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/events`,
    trust: (secret) => void (webhook = new Webhook(secret)),
    deliveries,
    firstDeliveries: () => [...new Map(deliveries.map((event) => [event.id, event])).values()],
    refused,
    until: (condition) =>
      new Promise((resolve) => {
        const look = () => {
          if (!condition()) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

function readEvent(
  webhook: Webhook | undefined,
  request: IncomingMessage,
  body: string,
): MatterEvent {
  if (!webhook) throw new Error('An event came before its secret was known')
  const headers = request.headers as Record<string, string>
  webhook.verify(body, headers)
  const event = HTTP.toEvent<MatterEventData>({ headers, body })
  if (Array.isArray(event)) throw new Error('A batch came where one event was due')
  const single = event as MatterEvent
  if (single.id !== headers['webhook-id'])
    throw new Error('The event and its envelope bear different ids')
  return single
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
