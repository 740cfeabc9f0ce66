import { randomBytes } from 'node:crypto'
import type { FlowTable } from '@domain/flow/flowTable'
import { allFlows, checkFlows } from '@domain/flows/allFlows'
import { applySettings } from '@domain/settings/applySettings'
import { UUID_RANDOM_BYTES, uuidV7 } from '@domain/shared/ids'
import { makeAuditWriter } from './audit/auditWriter'
import { startSealing } from './audit/startSealing'
import { openCalendar } from './calendar/openCalendar'
import { startAsking } from './certificates/startAsking'
import type { Context } from './context'
import { startDeadlineSweep } from './deadlines/startDeadlineSweep'
import { dispatch, type Answer } from './doors/dispatch'
import { makeFlowBook } from './flows/flowBook'
import { openSettingsShelf, type SettingsShelf } from './flows/settingsShelf'
import { keepLinkSecret } from './files/keepLinkSecret'
import { openBlobStore } from './files/openBlobStore'
import { startPhotoCleaner } from './files/startPhotoCleaner'
import { makeSweep } from './files/sweepFiles'
import { startFolding } from './figures/startFolding'
import type { Caller } from './handler'
import { makeReportRate, noReportRate } from './limits/reportRate'
import { makeUploadQuota, noUploadQuota } from './limits/uploadQuota'
import { makeLiveFeed, type LiveFeed } from './live/liveFeed'
import { makePresence } from './live/presence'
import { makeLog, type Log } from './log'
import { makeMetrics, type Metrics } from './metrics'
import { loadReference } from './reference/loadReference'
import { startReloading } from './reference/startReloading'
import { startRelay } from './relay/relay'
import { runRound } from './runRound'
import type { Settings } from './settings'
import { openSignOn } from './signOn/openSignOn'
import { makeActivePeople } from './store/activePeople'
import type { Database } from './store/database'
import { mendFeed } from './store/mendFeed'
import { countHistories } from './store/countHistories'
import { migrate } from './store/migrate'
import { makeNumberLease } from './store/numberLease'
import { openDatabase } from './store/openDatabase'
import { HASHES_AT_ONCE, HASHES_WAITING_MAX } from './store/passwords'
import { makeSessions } from './store/sessions'
import { makeReportWriter } from './store/writeReports'
import { makeTurns } from './turns'
import { makeWake } from './wake'
import { startMessages } from './messages/startMessages'
import { openWechat } from './wechat/openWechat'

export type App = {
  readonly context: Context
  readonly metrics: Metrics
  readonly live: LiveFeed
  /** One command or query, for any door. */
  dispatch(name: string, body: unknown, caller: Caller): Promise<Answer>
  /** The loops of a server: relay, photo cleaner, deadlines, questions to systems outside, reloading. */
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
  /** The product's flow tables, or one more. */
  readonly flows?: readonly FlowTable[]
}

/** The one place where things are put together. Parts may be handed in by a test; the rest is real. */
export async function openApp(settings: Settings, parts: AppParts = {}): Promise<App> {
  const flows = parts.flows ?? allFlows
  refuseUnsoundFlows(flows)
  demandLinkSecret(settings)
  const log = parts.log ?? makeLog(settings.logLevel)
  const database = parts.database ?? (await openDatabase(settings))
  await migrate(database)
  await mendFeed(database, settings.countyId)
  const now = parts.now ?? Date.now
  const context = await makeContext(settings, { database, log, now, flows })
  await countHistories(database, settings.countyId, context.flows)
  return makeApp(context)
}

function makeApp(context: Context): App {
  const live = makeLiveFeed(context)
  const sweep = makeSweep(context)
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
      void loops.push(
        startRelay(context),
        startPhotoCleaner(context),
        startDeadlineSweep(context),
        startFolding(context),
        startAsking(context),
        startMessages(context),
        startReloading(context),
        startSealing(context),
      ),
    runRound: (limits) => runRound(context, limits.budgetMs, sweep),
    isStopping: () => stopping,
    onStop(listener) {
      stopListeners.add(listener)
      return () => void stopListeners.delete(listener)
    },
    beginStop,
    close: () => (closing ??= close()),
  }
}

async function makeContext(
  settings: Settings,
  { database, log, now, flows }: Required<AppParts>,
): Promise<Context> {
  const { countyId } = settings
  const countySettings = await openSettingsShelf(database, countyId, now)
  tellUnsoundSettings(countySettings, flows, log)
  return {
    settings,
    countyId,
    database,
    blobs: await openBlobStore(settings.blobs),
    reference: await loadReference(database, countyId, flows, countySettings),
    tables: flows,
    flows: makeFlowBook(flows, countySettings),
    countySettings,
    audit: makeAuditWriter(database, countyId),
    calendar: openCalendar(settings.calendar, now(), log),
    sessions: makeSessions(database, countyId, settings),
    hashing: makeTurns({ atOnce: HASHES_AT_ONCE, waitingMax: HASHES_WAITING_MAX }),
    activePeople: makeActivePeople(database, countyId),
    numbers: makeNumberLease(database, countyId),
    reports: makeReportWriter(database),
    reportRate: settings.quotas ? makeReportRate() : noReportRate,
    uploadQuota: settings.quotas ? makeUploadQuota(database, countyId) : noUploadQuota,
    wechat: openWechat(settings.wechat),
    signOn: settings.signOn ? openSignOn(settings.signOn, now) : undefined,
    linkSecret: settings.linkSecret ?? (await keepLinkSecret(settings.dataDir)),
    log,
    now,
    newId: () => uuidV7(now(), randomBytes(UUID_RANDOM_BYTES)),
    wake: makeWake(),
    presence: makePresence(),
  }
}

function refuseUnsoundFlows(flows: readonly FlowTable[]): void {
  const wrong = checkFlows(flows)
  if (wrong.length > 0) throw new Error(`Unsound flow tables:\n${wrong.join('\n')}`)
}

/** A newer product may no longer fit what the county has set: that is told, and no reason to stand still. */
function tellUnsoundSettings(shelf: SettingsShelf, flows: readonly FlowTable[], log: Log): void {
  const inForce = shelf.inForce()
  const wrong = inForce ? checkFlows(applySettings(flows, inForce.content)) : []
  if (wrong.length > 0)
    log.warn({ version: inForce?.version, wrong }, 'the county settings no longer fit the tables')
}

/** Processes side by side would each make a secret of their own, and every other photo would not open. */
function demandLinkSecret({ databaseUrl, demo, linkSecret }: Settings): void {
  if (databaseUrl && !demo && !linkSecret)
    throw new Error('用 PostgreSQL 时须设 LIANXIN_LINK_SECRET（至少 32 个字符，各进程相同）')
}
