import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { checkFlow } from '@domain/flow/checkFlow'
import { allFlows } from '@domain/flows/allFlows'
import { plainCalendar } from '@domain/deadline/dueAt'
import { UUID_RANDOM_BYTES, uuidV7 } from '@domain/shared/ids'
import type { Context } from './context'
import { dispatch, type Answer } from './doors/dispatch'
import { cleanNextPhoto } from './files/cleanPhotos'
import { openBlobStore } from './files/openBlobStore'
import { startPhotoCleaner } from './files/startPhotoCleaner'
import type { Caller } from './handler'
import { makeLiveFeed, type LiveFeed } from './live/liveFeed'
import { makeLog, type Log } from './log'
import { makeMetrics, type Metrics } from './metrics'
import { loadReference } from './reference/loadReference'
import { startRelay } from './relay/relay'
import type { Settings } from './settings'
import type { Database } from './store/database'
import { mendFeed } from './store/mendFeed'
import { migrate } from './store/migrate'
import { makeNumberLease } from './store/numberLease'
import { openDatabase } from './store/openDatabase'
import { makeSessions } from './store/sessions'
import { makeReportWriter } from './store/writeReports'
import { makeWake } from './wake'
import { openWechat } from './wechat/openWechat'

/** Reference data of other processes' imports is read again this often. */
const RELOAD_EVERY_MS = 60_000

export type App = {
  readonly context: Context
  readonly metrics: Metrics
  readonly live: LiveFeed
  /** One command or query, for any door. */
  dispatch(name: string, body: unknown, caller: Caller): Promise<Answer>
  /** The loops of a server: relay, photo cleaner, reloading. */
  start(): void
  /** One bounded round of the same, for a timer that is called each minute. */
  runRound(limits: { readonly budgetMs: number }): Promise<void>
  isStopping(): boolean
  /** Called once when stopping begins; returns what undoes it. */
  onStop(listener: () => void): () => void
  /** From here on doors take nothing new and live streams end; what is in hand still has its database. */
  beginStop(): void
  /** Finishes what is in hand, then lets go of the database. */
  close(): Promise<void>
}

export type AppParts = {
  readonly database?: Database
  readonly log?: Log
  readonly now?: () => number
}

/** The one place where things are put together. Parts may be handed in by a test; the rest is real. */
export async function openApp(settings: Settings, parts: AppParts = {}): Promise<App> {
  refuseUnsoundFlows()
  const log = parts.log ?? makeLog(settings.logLevel)
  const database = parts.database ?? (await openDatabase(settings))
  await migrate(database)
  await mendFeed(database, settings.countyId)
  const context = await makeContext(settings, database, log, parts.now ?? Date.now)
  return makeApp(context)
}

function makeApp(context: Context): App {
  const live = makeLiveFeed(context)
  const stopListeners = new Set<() => void>()
  const loops: { stop(): Promise<void> }[] = []
  let stopping = false
  let closing: Promise<void> | undefined
  function beginStop(): void {
    if (stopping) return
    stopping = true
    for (const listener of stopListeners) listener()
    live.stop()
  }
  async function close(): Promise<void> {
    beginStop()
    await Promise.all(loops.map((loop) => loop.stop()))
    await context.database.close()
  }
  return {
    context,
    metrics: makeMetrics(),
    live,
    dispatch: (name, body, caller) => dispatch(context, name, body, caller),
    start: () =>
      void loops.push(startRelay(context), startPhotoCleaner(context), startReloading(context)),
    runRound: (limits) => runRound(context, limits.budgetMs),
    isStopping: () => stopping,
    onStop(listener) {
      stopListeners.add(listener)
      return () => void stopListeners.delete(listener)
    },
    beginStop,
    close: () => (closing ??= close()),
  }
}

async function runRound(context: Context, budgetMs: number): Promise<void> {
  const end = context.now() + budgetMs
  const relay = startRelay(context)
  await relay.drain()
  await relay.stop()
  while (context.now() < end && (await cleanNextPhoto(context))) continue
}

function startReloading(context: Context): { stop(): Promise<void> } {
  const timer = setInterval(() => {
    context.reference
      .reload()
      .catch((error: unknown) => context.log.error({ err: error }, 'could not reload'))
  }, RELOAD_EVERY_MS)
  timer.unref()
  return {
    stop() {
      clearInterval(timer)
      return Promise.resolve()
    },
  }
}

async function makeContext(
  settings: Settings,
  database: Database,
  log: Log,
  now: () => number,
): Promise<Context> {
  const { countyId } = settings
  return {
    settings,
    countyId,
    database,
    blobs: await openBlobStore(settings.blobs),
    reference: await loadReference(database, countyId),
    calendar: plainCalendar,
    sessions: makeSessions(database, countyId),
    numbers: makeNumberLease(database, countyId),
    reports: makeReportWriter(database),
    wechat: openWechat(settings.wechat),
    linkSecret: settings.linkSecret ?? (await keptSecret(settings.dataDir)),
    log,
    now,
    newId: () => uuidV7(now(), randomBytes(UUID_RANDOM_BYTES)),
    wake: makeWake(),
  }
}

/** Made once and kept, so that photo links outlive a restart. */
async function keptSecret(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'link-secret')
  await mkdir(dataDir, { recursive: true })
  await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    },
  )
  return readFile(file, 'utf8')
}

function refuseUnsoundFlows(): void {
  const wrong = allFlows.flatMap((flow) =>
    checkFlow(flow).map((sentence) => `${flow.name}: ${sentence}`),
  )
  if (wrong.length > 0) throw new Error(`Unsound flow tables:\n${wrong.join('\n')}`)
}
