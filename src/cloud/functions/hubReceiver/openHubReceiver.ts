import { createServer, type IncomingMessage, type Server } from 'node:http'
import { Webhook } from 'standardwebhooks'
import * as v from 'valibot'
import { MatterCloudEvent } from '@contract/webhooks/matterEvent'
import { HubTestEvent } from '@contract/webhooks/testEvent'
import { readWhole } from '../../relay/readWhole'
import { eventLine } from './eventLine'

export type HubReceiverOptions = {
  /** The endpoint's secret, as it was shown when the endpoint was registered. */
  readonly secret: string
  readonly print: (line: string) => void
}

const BODY_BYTES_MAX = 256 * 1024
/** An event may come again; more than a day of a county's events are remembered. */
const REMEMBERED_MAX = 10_000

/** 接收端示例: what a township needs to receive its events. It trusts nothing that is not signed. */
export function openHubReceiver({ secret, print }: HubReceiverOptions): Server {
  const webhook = new Webhook(secret)
  const seen = new Set<string>()
  return createServer((request, response) => {
    void answer(request)
      .catch(() => 400)
      .then((status) => response.writeHead(status).end())
  })

  async function answer(request: IncomingMessage): Promise<number> {
    if (request.method !== 'POST') return 405
    const body = await readWhole(request, BODY_BYTES_MAX)
    if (body === undefined) return 413
    const event = verified(webhook, body, request)
    if (!event) return 401
    if (v.is(HubTestEvent, event)) {
      print(`测试：${event.data.message}`)
      return 204
    }
    const parsed = v.safeParse(MatterCloudEvent, event)
    if (!parsed.success) return 422
    const id = String(request.headers['webhook-id'])
    if (!seen.has(id)) print(eventLine(parsed.output))
    remember(seen, id)
    return 204
  }
}

function verified(webhook: Webhook, body: string, request: IncomingMessage): unknown {
  try {
    return webhook.verify(body, request.headers as Record<string, string>)
  } catch {
    // Not signed by our county, or signed too long ago: who sent it is nobody we know.
    return undefined
  }
}

function remember(seen: Set<string>, id: string): void {
  seen.add(id)
  const [oldest] = seen
  if (seen.size > REMEMBERED_MAX && oldest !== undefined) seen.delete(oldest)
}
