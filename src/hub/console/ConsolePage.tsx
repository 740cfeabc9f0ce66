import type { PersonView } from '@contract/views'
import { Skeleton } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { startClock } from '../clock/createClock'
import { KeyHelp } from '../keys/KeyHelp'
import { useKeys } from '../keys/useKeys'
import { ConnectionBanner } from '../live/ConnectionBanner'
import { NewsRegion } from '../live/NewsRegion'
import { TabBadge } from '../live/TabBadge'
import { mayHub, type HubPost } from '../session/findHubPost'
import type { HubConfig } from '../wire/hubConfig'
import { useConsole } from './ConsoleContext'
import { Masthead } from './Masthead'
import { MattersPage } from './MattersPage'
import { useRoute } from './route'
import './console.css'

const DeliveriesPage = lazy(() =>
  import('../deliveries/DeliveriesPage').then((file) => ({ default: file.DeliveriesPage })),
)

type Props = {
  readonly person: PersonView
  readonly post: HubPost
  readonly config: HubConfig
  readonly onLeave: () => Promise<void>
}

export function ConsolePage({ person, post, config, onLeave }: Props) {
  const { alarm } = useConsole()
  const route = useRoute()
  const [helping, setHelping] = useState(false)
  useLiveWhileSignedIn()
  useClock()
  useKeys({ '?': () => setHelping(true), m: alarm.toggleMuted })

  return (
    <div className="console">
      <Masthead
        person={person}
        post={post}
        route={route}
        onHelp={() => setHelping(true)}
        onLeave={onLeave}
      />
      <ConnectionBanner />
      <NewsRegion />
      <TabBadge title={`连心 · ${post.area.name}`} />
      {route.page === 'deliveries' ? (
        <Suspense fallback={<Skeleton active className="page-skeleton" />}>
          <DeliveriesPage post={post} mayManage={mayHub(person, 'hub.manageEndpoints')} />
        </Suspense>
      ) : (
        <MattersPage post={post} config={config} matterId={route.matterId} />
      )}
      <KeyHelp open={helping} onClose={() => setHelping(false)} />
    </div>
  )
}

/** Set anew when the server's time is learnt. */
function useClock(): void {
  const { clock, now, session } = useConsole()
  const skew = useStore(session, (state) => state.clockSkewMs)
  useEffect(() => startClock(clock, now), [clock, now, skew])
}

/** While a session has ended nothing is asked; the stream goes on from its cursor after the next sign-in. */
function useLiveWhileSignedIn(): void {
  const { desk, session } = useConsole()
  const ended = useStore(session, (state) => state.ended)
  useEffect(() => {
    if (ended) return
    desk.start()
    window.addEventListener('online', desk.retryNow)
    window.addEventListener('offline', desk.drop)
    return () => {
      window.removeEventListener('online', desk.retryNow)
      window.removeEventListener('offline', desk.drop)
      desk.stop()
    }
  }, [desk, ended])
}
