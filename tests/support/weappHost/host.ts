/**
 * Runs a compiled mini-program on the parts that miniprogram-simulate is made of: WeChat's WXML
 * compiler, j-component and exparser. There is no layout and there are no native widgets.
 */
import { createDefiners, createRegistry, type AppJson } from './componentRegistry'
import { framework, renderIntoDocument } from './framework'
import { createLogicLayer } from './logicLayer'
import { createPageStack, type PageStack } from './pageStack'
import type { PageView } from './pageView'
import { createPhone, createPhoneMemory } from './phone'
import { usePositionalDiff } from './positionalDiff'
import { createSetDataLedger } from './setDataLedger'
import type { Fields, Network, Phone, PhoneMemory, Run, WeappPackage, WxCall } from './types'
import { createWx, happenings } from './wx'
import { createListeners } from './wx/listeners'

export type HostOptions = {
  /** Hand over the memory of an earlier host to start the mini-program again on the same phone. */
  memory?: PhoneMemory
  phone?: Partial<Phone>
  network: Network
  /** `http://127.0.0.1:port` of the server that gets every request, whatever host the build names. */
  server?: string
  /** Replaces or adds functions of `wx`. */
  wx?: Fields
  /** Milliseconds; `performance.now` unless somebody looks closer. */
  clock?: () => number
  launch?: { path?: string; query?: Record<string, string>; scene?: number }
}

export type WeappHost = ReturnType<typeof startWeappHost>

type App = Record<string, unknown>

export function startWeappHost(weapp: WeappPackage, options: HostOptions) {
  renderIntoDocument()
  usePositionalDiff()
  const errors: unknown[] = []
  const listener = framework.exparser.addGlobalErrorListener((error) => void errors.push(error))
  const run = createRun(options)
  const parts = assemble(weapp, options, run)
  const { pages, listeners, app } = parts
  const stop = () => framework.exparser.removeGlobalErrorListener(listener)
  return {
    ...controlsOf(run, parts),
    memory: run.memory,
    phone: run.phone,
    /** Every `wx` function that was called, in order. */
    calls: run.calls,
    callsOf: (name: string): WxCall[] => run.calls.filter((call) => call.name === name),
    requests: run.requests,
    /** The bytes behind a temporary or saved path, if there is such a file. */
    fileBytes: (path: string): Uint8Array | undefined =>
      (run.memory.files.get(path) ?? run.temporary.get(path))?.bytes,
    /** Exceptions from page functions and event handlers. */
    errors,
    /** Templates that the compiled WXML asks for and does not have. */
    missingTemplates: parts.missingTemplates,
    setDataBytes: parts.ledger.byRoute,
    setDataSent: parts.ledger.sent,
    /** How often each function of `wx` was used, those that answer at once included. */
    uses: run.uses,
    lifecycles: run.lifecycles,
    app,
    pages: pages.stack,
    get page(): PageView {
      const shown = pages.stack[pages.stack.length - 1]
      if (!shown) throw new Error('no page is open')
      return shown
    },
    listenerCount: listeners.count,
    /** The app is killed: no farewell, no further step. Its memory stays. */
    kill() {
      run.alive = false
      for (const page of pages.stack.splice(0)) page.root.dom.remove()
      stop()
    },
    /** Ends a test in good order: every page unloads. */
    async close() {
      await pages.closeAll()
      run.alive = false
      stop()
    },
  }
}

export function createRun({
  memory,
  phone,
  clock = () => performance.now(),
}: Pick<HostOptions, 'memory' | 'phone' | 'clock'>): Run {
  let number = 0
  const stamp = Date.now().toString(36)
  const run: Run = {
    memory: memory ?? createPhoneMemory(),
    phone: createPhone(phone),
    calls: [],
    uses: {},
    lifecycles: [],
    clock,
    requests: { started: [], inFlight: 0, waiting: 0, inFlightMost: 0, waitingMost: 0 },
    temporary: new Map(),
    alive: true,
    nextNumber: () => Number.parseInt(`${number++}${stamp}`.slice(0, 9), 36),
    deliver: (answer) => void (run.alive && answer()),
    emit: () => undefined,
    hasButton: () => false,
  }
  return run
}

type Parts = ReturnType<typeof assemble>

function assemble(weapp: WeappPackage, options: HostOptions, run: Run) {
  const ledger = createSetDataLedger()
  const missingTemplates = new Set<string>()
  const listeners = createListeners(happenings)
  const { settle, busy } = createWaiting()
  const definers = createDefiners()
  const appJson = JSON.parse(weapp.read('app.json')) as AppJson
  const app: App = {}
  const pages: PageStack = createPageStack({
    appJson,
    register: (path, tagName) => register(path, tagName),
    noteSetData: ledger.note,
    timed: (name, work) => timed(run, name, work),
    rest,
    settle,
  })
  run.emit = listeners.emit
  run.hasButton = (id) => Boolean(pages.stack[pages.stack.length - 1]?.find(`#${id}`))
  const { network, server, wx: extra = {} } = options
  const load = createLogicLayer(weapp, run, {
    wx: createWx(run, { network, server, pages: () => pages, busy, listeners, extra }),
    App: (config: App) => void Object.assign(app, config),
    getApp: () => app,
    getCurrentPages: () => pages.stack.map(({ instance }) => instance),
    Page: definers.Page,
    Component: definers.Component,
    Behavior: definers.Behavior,
  })
  const shownRoute = () => pages.stack[pages.stack.length - 1]?.route ?? ''
  const register = createRegistry(
    {
      weapp,
      appJson,
      load,
      noteMissingTemplate: (name) => missingTemplates.add(name),
      noteSetData: (data) => ledger.note(shownRoute(), data),
    },
    definers.take,
  )
  load('app') // The entry pulls in vendors, taro and runtime, then calls App().
  launch(app, options, run)
  return { pages, listeners, ledger, missingTemplates, app, appJson, settle }
}

function launch(app: App, { launch: from }: HostOptions, run: Run) {
  const options = { path: '', query: {}, scene: 1001, referrerInfo: {}, ...from }
  timed(run, 'app onLaunch', () => call(app, 'onLaunch', options))
  timed(run, 'app onShow', () => call(app, 'onShow', options))
}

function timed(run: Run, name: string, work: () => void) {
  const began = run.clock()
  work()
  run.lifecycles.push({ name, ms: run.clock() - began })
}

function call(app: App, name: string, value?: unknown) {
  const hook = app[name]
  if (typeof hook === 'function') (hook as (value: unknown) => void).call(app, value)
}

const realTimeout = globalThis.setTimeout

function pause(ms = 0) {
  return new Promise<void>((resolve) => void realTimeout(resolve, ms))
}

/** Taro renders and reports within a few macrotasks. */
async function rest() {
  for (let i = 0; i < 4; i++) await pause()
}

/** `settle` also waits for pages that are opening; a move itself must only `rest`. */
function createWaiting() {
  const moves = new Set<Promise<void>>()
  const busy = (move: Promise<void>) => {
    moves.add(move)
    void move.finally(() => moves.delete(move))
  }
  async function settle() {
    await rest()
    while (moves.size) await Promise.all(moves)
  }
  return { settle, busy }
}

function controlsOf(run: Run, { pages, listeners, app, appJson, settle }: Parts) {
  const open = async (url: string, parent?: Element) => {
    const page = await pages.open(url, parent)
    await settle()
    return page
  }
  return {
    settle,
    open,
    openFirstPage: () => open(`/${appJson.pages[0] ?? ''}`),
    async back(count = 1) {
      await pages.back(count)
      await settle()
    },
    /** Waits until the network is idle and the page stands still. */
    async quiet(timeoutMs = 5000) {
      await until(() => !run.requests.inFlight && !run.requests.waiting, settle, timeoutMs)
    },
    async until(condition: () => unknown, timeoutMs = 5000) {
      await until(condition, settle, timeoutMs)
    },
    async setNetwork(networkType: Phone['networkType']) {
      run.phone.networkType = networkType
      const isConnected = networkType !== 'none'
      listeners.emit('NetworkStatusChange', { isConnected, networkType })
      await settle()
    },
    /** The person leaves for another app, and comes back. */
    async hide() {
      call(app, 'onHide')
      listeners.emit('AppHide', {})
      await settle()
    },
    async show() {
      call(app, 'onShow', { path: '', query: {}, scene: 1001 })
      listeners.emit('AppShow', { path: '', query: {}, scene: 1001 })
      await settle()
    },
    emit: listeners.emit,
  }
}

async function until(condition: () => unknown, settle: () => Promise<void>, timeoutMs: number) {
  const patience = Date.now() + timeoutMs
  await settle()
  while (!condition()) {
    if (Date.now() > patience) throw new Error(`waited ${timeoutMs} ms for ${String(condition)}`)
    await pause(5)
    await settle()
  }
  await settle()
}
