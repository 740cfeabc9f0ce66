import type { Actor } from '@domain/access/actor'
import { mayRead } from '@domain/matter/mayRead'
import type { MatterView } from '@contract/views'
import type { Context } from '../context'
import { drawMatter, gatherFacts } from '../queries/viewMatters'
import { viewChanges } from '../queries/listChanges'
import {
  feedEnd,
  isBefore,
  readChanges,
  writeCursor,
  type Change,
  type FeedCursor,
} from '../store/changeFeed'

/** Another process's commits are found by looking; our own are told by `wake`. */
const LOOK_EVERY_MS = 250
const BATCH_MAX = 500

export type LiveEvent = {
  readonly cursor: string
  readonly action: string
  readonly matter: MatterView
}

export type LiveListener = {
  readonly actor: Actor
  send(event: LiveEvent): void
  /** The console has left: what it has missed is not read to its end. */
  readonly gone?: AbortSignal
}

/**
 * One reader of the change feed per process, shared by every open console: two hundred consoles cost one query, not
 * two hundred. Who may see what is decided per listener.
 */
export type LiveFeed = {
  /** Sends everything after `after` (or from now on), then what comes; returns what ends it. */
  join(listener: LiveListener, after: FeedCursor | undefined): Promise<() => void>
  stop(): void
}

export function makeLiveFeed(context: Context): LiveFeed {
  const listeners = new Map<LiveListener, ReaderKey>()
  let cursor: FeedCursor | undefined
  let reading: Promise<void> | undefined
  let again = false
  let joining = 0
  let restarting: Promise<void> | undefined

  async function readOn(): Promise<void> {
    do {
      again = false
      if (listeners.size === 0 || !cursor) break
      const changes = await readChanges(context.database, context.countyId, cursor, BATCH_MAX)
      if (changes.length > 0) await tell(changes)
      again ||= changes.length === BATCH_MAX
    } while (again)
  }
  async function tell(changes: readonly Change[]): Promise<void> {
    const matters = changes.map((change) => change.matter)
    const facts = await gatherFacts(context, matters)
    cursor = changes.at(-1)?.cursor ?? cursor
    for (const change of changes) tellAll(context, listeners, change, facts)
  }
  function look(): void {
    if (listeners.size === 0) return
    again = true
    reading ??= readOn()
      .catch((error: unknown) =>
        context.log.error({ err: error }, 'the live feed could not be read'),
      )
      .finally(() => (reading = undefined))
  }
  /** Without listeners nobody reads, and the old cursor would tell the next one what it already has. */
  async function restart(): Promise<void> {
    await reading
    cursor = await feedEnd(context.database)
  }
  /** Whoever is still catching up counts as listening: setting the cursor under them would skip what lies between. */
  async function enter(): Promise<void> {
    if (listeners.size === 0 && joining === 0) restarting = restart()
    joining++
    await restarting
  }
  async function takeIn(listener: LiveListener, after: FeedCursor | undefined): Promise<void> {
    if (!cursor) throw new Error('The feed has no cursor')
    let own = after ?? cursor
    while (isBefore(own, cursor) && !isGone(listener))
      own = await catchUp(context, listener, own, cursor)
    if (!isGone(listener)) listeners.set(listener, readerKeyOf(listener))
  }
  const unlisten = context.wake.listen('changes', look)
  const timer = setInterval(look, LOOK_EVERY_MS)
  timer.unref()

  return {
    async join(listener, after) {
      try {
        await enter()
        await takeIn(listener, after)
      } finally {
        joining--
      }
      look()
      return () => void listeners.delete(listener)
    },
    stop() {
      unlisten()
      clearInterval(timer)
      listeners.clear()
    },
  }
}

/** Whoever is the same person with the same posts reads the same. */
type ReaderKey = string

function readerKeyOf({ actor: { personId, posts } }: LiveListener): ReaderKey {
  return `${personId} ${JSON.stringify(posts)}`
}

type Facts = Awaited<ReturnType<typeof gatherFacts>>

/** Drawn once for all the windows that one person has open: drawing is most of what a change costs. */
function tellAll(
  context: Context,
  listeners: ReadonlyMap<LiveListener, ReaderKey>,
  change: Change,
  facts: Facts,
): void {
  const drawn = new Map<ReaderKey, LiveEvent | undefined>()
  for (const [listener, key] of listeners) {
    if (!drawn.has(key)) drawn.set(key, drawFor(context, listener.actor, change, facts))
    const event = drawn.get(key)
    if (event) listener.send(event)
  }
}

function drawFor(
  context: Context,
  actor: Actor,
  change: Change,
  facts: Facts,
): LiveEvent | undefined {
  const flow = context.flows.of(change.matter)
  if (!mayRead(actor, change.matter, flow, context.now())) return undefined
  const matter = drawMatter(context, actor, change.matter, facts)
  return { cursor: writeCursor(change.cursor), action: change.action, matter }
}

/** Reads the feed for one listener alone; ends at `end` at the latest when nothing more lies before it. */
async function catchUp(
  context: Context,
  listener: LiveListener,
  from: FeedCursor,
  end: FeedCursor,
): Promise<FeedCursor> {
  const changes = await readChanges(context.database, context.countyId, from, BATCH_MAX)
  const before = changes.filter((change) => !isBefore(end, change.cursor))
  for (const change of before) {
    if (isGone(listener)) break
    const [event] = await viewChanges(context, listener.actor, [change])
    if (event) listener.send({ cursor: writeCursor(change.cursor), ...event })
  }
  return before.length < BATCH_MAX ? end : (before.at(-1)?.cursor ?? end)
}

function isGone({ gone }: LiveListener): boolean {
  return gone?.aborted === true
}
