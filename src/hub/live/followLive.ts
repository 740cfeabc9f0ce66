import type { MatterView } from '@contract/views'
import type { PresenceNews } from './liveStore'
import { createParser, type EventSourceMessage } from 'eventsource-parser'
import type { Api } from '../wire/createApi'
import { WireProblem } from '../wire/WireProblem'

export type Change = { readonly action: string; readonly matter: MatterView }

export type LiveListener = {
  /** The stream is open. `resumed` says whether it goes on from a cursor, so that nothing was missed. */
  readonly onOpen: (resumed: boolean) => void
  readonly onChange: (change: Change) => void
  readonly onLost: () => void
  readonly onPresence?: (news: PresenceNews) => void
}

export type LiveFollower = {
  readonly stop: () => void
  readonly retryNow: () => void
  /** Gives up the connection that stands: the machine has just lost its network. */
  readonly drop: () => void
  readonly cursor: () => string | undefined
}

/** The server says something every 15 s; silence of this length is a dead line. */
const SILENCE_MS = 40_000
const RETRY_FIRST_MS = 1_000
const RETRY_MAX_MS = 15_000

/** Follows the stream of changes from `after` until stopped, going on from the last cursor after each break. */
export function followLive(
  api: Api,
  listener: LiveListener,
  after: string | undefined,
): LiveFollower {
  let cursor = after
  let stopped = false
  let failures = 0
  let current = new AbortController()
  let wake = () => {}

  const take = (message: EventSourceMessage) => {
    if (message.event === 'change') listener.onChange(JSON.parse(message.data) as Change)
    if (message.event === 'presence')
      listener.onPresence?.(JSON.parse(message.data) as PresenceNews)
    // Only after the change has been taken in: a cursor moved too early would lose it.
    if (message.id !== undefined) cursor = message.id
  }

  async function followOnce() {
    current = new AbortController()
    const resumed = cursor !== undefined
    // A cursor of one's own from the start: a stream opened "from now" could lose what came while it was opened.
    cursor ??= (await api.call('listChanges', {})).cursor
    const response = await api.openLive(cursor, current.signal)
    if (!stopped) listener.onOpen(resumed)
    failures = 0
    await readMessages(response, current, take)
  }

  async function follow() {
    while (!stopped) {
      await followOnce().catch((error: unknown) => {
        if (isCursorUseless(error)) cursor = undefined
      })
      if (stopped) return
      listener.onLost()
      failures += 1
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, retryDelayMs(failures))
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }

  void follow()
  return {
    stop() {
      stopped = true
      current.abort()
      wake()
    },
    retryNow: () => wake(),
    drop: () => current.abort(),
    cursor: () => cursor,
  }
}

async function readMessages(
  response: Response,
  connection: AbortController,
  take: (message: EventSourceMessage) => void,
): Promise<void> {
  if (!response.body) return
  const parser = createParser({ onEvent: take })
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  for (;;) {
    const silence = setTimeout(() => connection.abort(), SILENCE_MS)
    const { done, value } = await reader.read().finally(() => clearTimeout(silence))
    if (done) return
    parser.feed(decoder.decode(value, { stream: true }))
  }
}

function retryDelayMs(failures: number): number {
  return Math.min(RETRY_MAX_MS, RETRY_FIRST_MS * 2 ** (failures - 1))
}

/** Refused by the server, or followed by a message nobody can read: going on from it would fail for ever. */
function isCursorUseless(error: unknown): boolean {
  if (error instanceof SyntaxError) return true
  return error instanceof WireProblem && error.code === 'hub.cursor-invalid'
}
