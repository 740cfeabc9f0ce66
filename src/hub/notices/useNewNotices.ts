import { useCallback, useEffect, useState } from 'react'
import { useConsole } from '../console/ConsoleContext'

/** Notices have no stream of their own; a minute late is in time for what runs in hours. */
const REFRESH_MS = 60_000
const COUNTED_MAX = 50

/** How many notices came since this person last looked, and that they are looking now. */
export function useNewNotices(personId: string) {
  const { api, storage } = useConsole()
  const key = `lianxin.hub.noticesSeen.${personId}`
  const [times, setTimes] = useState<readonly string[]>([])
  const [seenAt, setSeenAt] = useState(() => storage.getItem(key) ?? '')
  useEffect(() => {
    const look = () =>
      api.call('listNotices', { limit: COUNTED_MAX }).then(
        ({ items }) => setTimes(items.map(({ at }) => at)),
        // Nothing is lost: the list itself says when it cannot be had.
        () => undefined,
      )
    void look()
    const timer = setInterval(() => void look(), REFRESH_MS)
    return () => clearInterval(timer)
  }, [api])

  const markSeen = useCallback(
    (latest: string) => {
      storage.setItem(key, latest)
      setSeenAt(latest)
    },
    [storage, key],
  )
  return { count: times.filter((at) => Date.parse(at) > sinceOf(seenAt)).length, markSeen }
}

function sinceOf(seenAt: string): number {
  return seenAt === '' ? 0 : Date.parse(seenAt)
}
