import { createParser } from 'eventsource-parser'
import type { MatterView } from '@contract/views'

export type LiveChange = {
  readonly id: string
  readonly action: string
  readonly matter: MatterView
}

/** An open console: Server-Sent Events, read as a browser reads them. */
export type LiveStream = {
  readonly changes: readonly LiveChange[]
  /** Resolves once the condition holds; rejects when the stream ends before. */
  until(condition: (changes: readonly LiveChange[]) => boolean): Promise<void>
  /** Resolves when the server has ended the stream as it should, rejects when it broke off. */
  readonly ended: Promise<void>
  leave(): void
}

export async function openLiveStream(
  url: string,
  token: string,
  after?: string,
): Promise<LiveStream> {
  const leaving = new AbortController()
  const response = await fetch(
    `${url}/api/v1/live${after === undefined ? '' : `?after=${after}`}`,
    {
      headers: { authorization: `Bearer ${token}` },
      signal: leaving.signal,
    },
  )
  if (response.status !== 200 || !response.body)
    throw new Error(`live: ${response.status} ${await response.text()}`)
  const changes: LiveChange[] = []
  const waiting = new Set<() => void>()
  let over = false
  const look = () => waiting.forEach((check) => check())
  const parser = createParser({
    onEvent: ({ id = '', data }) => {
      changes.push({ id, ...(JSON.parse(data) as Omit<LiveChange, 'id'>) })
      look()
    },
  })
  const ended = feed(response.body, parser.feed).finally(() => {
    over = true
    look()
  })
  // Whoever leaves, or is cut off on purpose, does not wait for the end.
  ended.catch(() => undefined)
  return {
    changes,
    ended,
    leave: () => leaving.abort(),
    until: (condition) =>
      new Promise((resolve, reject) => {
        const check = () => {
          const holds = condition(changes)
          if (!holds && !over) return
          waiting.delete(check)
          if (holds) resolve()
          else
            reject(
              new Error(`The stream ended after ${changes.map(({ action }) => action).join(', ')}`),
            )
        }
        waiting.add(check)
        check()
      }),
  }
}

async function feed(body: ReadableStream<Uint8Array>, take: (text: string) => void): Promise<void> {
  const decoder = new TextDecoder()
  const reader = body.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read())
    take(decoder.decode(part.value, { stream: true }))
}
