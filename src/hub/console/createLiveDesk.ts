import type { Inbox } from '../inbox/inboxStore'
import type { Alarm } from '../live/alarm'
import { followLive, type Change, type LiveFollower } from '../live/followLive'
import type { LiveStore, PresenceNews } from '../live/liveStore'
import { newsOf } from '../live/newsOf'
import type { Api } from '../wire/createApi'

export type LiveDesk = {
  readonly start: () => void
  readonly stop: () => void
  readonly retryNow: () => void
  readonly drop: () => void
  /** Asks anew from where it stands: what may be read has changed. */
  readonly renew: () => void
}

type Parts = {
  readonly api: Api
  readonly inbox: Inbox
  readonly live: LiveStore
  readonly alarm: Alarm
}

/** Carries what the stream tells to the inbox, the bell and whoever listens. */
export function createLiveDesk({ api, inbox, live, alarm }: Parts): LiveDesk {
  let follower: LiveFollower | undefined
  let cursor: string | undefined

  const onOpen = (resumed: boolean) => {
    live.setState(({ openings }) => ({ connection: 'connected', openings: openings + 1 }))
    void inbox.load({ keepRows: resumed })
  }
  const onChange = (change: Change) => {
    inbox.take(change.matter)
    const news = newsOf(change)
    live.setState({ lastChange: change, ...(news ? { news } : {}) })
    if (!news?.arrived) return
    inbox.markUnseen(news.matterId)
    alarm.ring(change.matter.urgency)
  }
  const onPresence = (presence: PresenceNews) => live.setState({ presence })
  const onLost = () => live.setState({ connection: 'lost' })

  function start(): void {
    follower ??= followLive(api, { onOpen, onChange, onLost, onPresence }, cursor)
  }
  function stop(): void {
    cursor = follower?.cursor()
    follower?.stop()
    follower = undefined
  }
  return {
    start,
    stop,
    renew() {
      if (!follower) return
      stop()
      start()
    },
    retryNow: () => follower?.retryNow(),
    drop: () => follower?.drop(),
  }
}
