/** The whole `wx` object of one run. */
import type { PageStack } from '../pageStack'
import type { Fields, Network, Run } from '../types'
import { deviceApi } from './device'
import { dialogsApi } from './dialogs'
import { fileSystemManager, userDataPath } from './fileSystem'
import { createListeners } from './listeners'
import { mediaApi } from './media'
import { navigationApi } from './navigation'
import { requestApi } from './request'
import { createIntersectionObserver, createSelectorQuery } from './selectorQuery'
import { storageApi } from './storage'

export const happenings = `AppShow AppHide Error PageNotFound UnhandledRejection ThemeChange
NetworkStatusChange NetworkWeakChange MemoryWarning KeyboardHeightChange WindowResize
UserCaptureScreen AudioInterruptionBegin AudioInterruptionEnd LocationChange CompassChange
NeedPrivacyAuthorization AppRoute AppRouteDone`.split(/\s+/)

type Parts = {
  network: Network
  server: string | undefined
  pages: () => PageStack
  busy: (move: Promise<void>) => void
  listeners: ReturnType<typeof createListeners>
  extra: Fields
}

export function createWx(run: Run, parts: Parts): Fields {
  const files = guarded(run, fileSystemManager(run))
  const shown = () => parts.pages().stack[parts.pages().stack.length - 1]
  return guarded(run, {
    env: { USER_DATA_PATH: userDataPath },
    ...deviceApi(run),
    ...parts.listeners.api,
    ...storageApi(run),
    ...mediaApi(run),
    ...dialogsApi(run),
    ...requestApi(run, parts.network, parts.server),
    ...navigationApi(run, parts.pages, parts.busy),
    getFileSystemManager: () => files,
    createSelectorQuery: () => createSelectorQuery(shown, run),
    createIntersectionObserver,
    ...parts.extra,
  })
}

/** A killed mini-program may still have steps under way; none of them reaches the phone. */
function guarded(run: Run, api: Fields): Fields {
  const gate = run.gate ?? ((_name: string, act: () => unknown) => act())
  const use = (name: string, value: (...all: unknown[]) => unknown, values: unknown[]) => {
    if (!run.alive) return run.afterDeath?.()
    run.uses[name] = (run.uses[name] ?? 0) + 1
    return gate(name, () => value(...values), values)
  }
  const guard = (name: string, value: unknown) =>
    typeof value === 'function'
      ? (...values: unknown[]) => use(name, value as (...all: unknown[]) => unknown, values)
      : value
  return Object.fromEntries(Object.entries(api).map(([name, value]) => [name, guard(name, value)]))
}
