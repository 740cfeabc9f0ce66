import { createPendingCommands, type PendingCommands } from '../actions/pendingCommands'
import { createClock } from '../clock/createClock'
import { createLastMerge, type LastMergeStore } from '../desk/lastMerge'
import { createFactorDesk, type FactorDesk } from '../factor/factorDesk'
import { createInbox, type Inbox } from '../inbox/inboxStore'
import { createAlarm, openBrowserAudio, type Alarm } from '../live/alarm'
import { createLiveStore, type LiveStore } from '../live/liveStore'
import { createSessionStore, type SessionStore } from '../session/sessionStore'
import { createApi, type Api } from '../wire/createApi'
import { newId } from '../wire/newId'
import type { StoreApi } from 'zustand/vanilla'
import { createLiveDesk, type LiveDesk } from './createLiveDesk'

/** Everything the console is made of, put together once and handed to the page. */
export type Console = {
  readonly api: Api
  readonly session: SessionStore
  readonly factor: FactorDesk
  readonly inbox: Inbox
  readonly live: LiveStore
  readonly desk: LiveDesk
  readonly alarm: Alarm
  readonly pending: PendingCommands
  readonly lastMerge: LastMergeStore
  readonly newId: () => string
  /** Now, by the server's clock. */
  readonly now: () => number
  readonly clock: StoreApi<number>
  readonly fetch: typeof fetch
  /** What this desk remembers beyond a session. */
  readonly storage: Storage
  /** What this tab remembers. */
  readonly sessionStorage: Storage
}

export type ConsoleParts = {
  readonly fetch: typeof fetch
  readonly sessionStorage: Storage
  readonly localStorage: Storage
}

export function createConsole(parts: ConsoleParts): Console {
  const session = createSessionStore(parts.sessionStorage)
  const factor = createFactorDesk()
  const api = createApi({
    fetch: parts.fetch,
    readToken: () => session.getState().token,
    onSessionEnded: () => session.setState({ ended: true }),
    onFactorNeeded: factor.ask,
  })
  const inbox = createInbox(api)
  const live = createLiveStore()
  const alarm = createAlarm(parts.localStorage, openBrowserAudio)
  const pending = createPendingCommands()
  const now = () => Date.now() + session.getState().clockSkewMs
  return {
    api,
    session,
    factor,
    inbox,
    live,
    alarm,
    pending,
    lastMerge: createLastMerge(),
    desk: createLiveDesk({ api, inbox, live, alarm }),
    newId,
    now,
    clock: createClock(now),
    fetch: parts.fetch,
    storage: parts.localStorage,
    sessionStorage: parts.sessionStorage,
  }
}
