/**
 * One life of a compiled mini-program without a view, in a time and with dice that the test brings. Everything the
 * program asks of the phone goes through the same fake `wx` as in the host with a view.
 */
import { createBlindPages, type BlindPage, type BlindPages } from './blindPages'
import type { AppJson } from './componentRegistry'
import { createRun } from './host'
import { createLogicLayer } from './logicLayer'
import type { PageStack } from './pageStack'
import type { Fields, Gate, Network, Phone, PhoneMemory, WeappPackage } from './types'
import { createWx, happenings } from './wx'
import { createListeners } from './wx/listeners'

export type BlindOptions = {
  readonly memory: PhoneMemory
  readonly phone: Partial<Phone>
  readonly network: Network
  readonly gate: Gate
  /** Dice, date and timers of this phone. */
  readonly globals: Fields
  readonly soon: (work: () => void) => void
  readonly wx?: Fields
}

/** Ends whatever the app was doing when it died; nothing of it comes after. */
export class Died extends Error {}

export type BlindHost = ReturnType<typeof startBlindHost>

export function startBlindHost(weapp: WeappPackage, options: BlindOptions) {
  const run = Object.assign(createRun(options), {
    gate: options.gate,
    afterDeath() {
      throw new Died()
    },
  })
  const listeners = createListeners(happenings)
  const appJson = JSON.parse(weapp.read('app.json')) as AppJson
  const app: Fields = {}
  let defined: Fields | undefined
  const define = (config: Fields) => void (defined = config)
  const pages: BlindPages = createBlindPages({
    config(route) {
      defined = undefined
      load(route)
      if (defined) configs.set(route, defined)
      return configs.get(route) ?? {}
    },
    tabs: (appJson.tabBar?.list ?? []).map(({ pagePath }) => pagePath),
    soon: options.soon,
  })
  const configs = new Map<string, Fields>()
  const load = createLogicLayer(weapp, run, {
    wx: createWx(run, {
      network: options.network,
      server: undefined,
      // Moves and listeners use no more of a page than a blind one has.
      pages: () => pages as unknown as PageStack,
      busy: () => undefined,
      listeners,
      extra: options.wx ?? {},
    }),
    App: (config: Fields) => void Object.assign(app, config),
    getApp: () => app,
    getCurrentPages: () => pages.stack.map(({ instance }) => instance),
    Page: define,
    Component: define,
    Behavior: (definition: Fields) => definition,
    ...options.globals,
  })
  try {
    load('app')
    hook(app, 'onLaunch', launchedBy)
    hook(app, 'onShow', launchedBy)
  } catch (cause) {
    if (!(cause instanceof Died)) throw cause
  }
  return {
    run,
    pages,
    get page(): BlindPage | undefined {
      return pages.stack[pages.stack.length - 1]
    },
    openFirstPage: () => pages.open(`/${appJson.pages[0] ?? ''}`),
    kill: () => void (run.alive = false),
    hide() {
      hook(app, 'onHide')
      listeners.emit('AppHide', {})
    },
    show() {
      hook(app, 'onShow', launchedBy)
      listeners.emit('AppShow', launchedBy)
    },
    networkChanged(networkType: Phone['networkType']) {
      run.phone.networkType = networkType
      listeners.emit('NetworkStatusChange', {
        isConnected: networkType !== 'none',
        networkType,
      })
    },
  }
}

const launchedBy = { path: '', query: {}, scene: 1001, referrerInfo: {} }

function hook(app: Fields, name: string, value?: unknown): void {
  const work = app[name]
  if (typeof work === 'function') (work as (value: unknown) => void).call(app, value)
}
