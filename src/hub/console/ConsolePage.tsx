import type { PersonView } from '@contract/views'
import { Skeleton } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { AccountRoutes } from '../accounts/AccountRoutes'
import { BeginDialog } from '../begin/BeginDialog'
import { startClock } from '../clock/createClock'
import { SilentHubs } from '../deliveries/SilentHubs'
import { UndoMerge } from '../desk/UndoMerge'
import { KeyHelp } from '../keys/KeyHelp'
import { useKeys } from '../keys/useKeys'
import { ConnectionBanner } from '../live/ConnectionBanner'
import { NewsRegion } from '../live/NewsRegion'
import { TabBadge } from '../live/TabBadge'
import { NoticesDrawer } from '../notices/NoticesDrawer'
import { useNewNotices } from '../notices/useNewNotices'
import { mayHub, type HubPost } from '../session/findHubPost'
import { useIdle } from '../session/useIdle'
import type { HubConfig } from '../wire/hubConfig'
import { useConsole } from './ConsoleContext'
import { Masthead } from './Masthead'
import { MattersPage } from './MattersPage'
import { useRoute } from './route'
import './console.css'

const DeliveriesPage = lazy(() =>
  import('../deliveries/DeliveriesPage').then((file) => ({ default: file.DeliveriesPage })),
)

const HandOverPage = lazy(() =>
  import('../handover/HandOverPage').then((file) => ({ default: file.HandOverPage })),
)

const FiguresPage = lazy(() =>
  import('../figures/FiguresPage').then((file) => ({ default: file.FiguresPage })),
)

const BoardPage = lazy(() =>
  import('../board/BoardPage').then((file) => ({ default: file.BoardPage })),
)

const WallPage = lazy(() => import('../wall/WallPage').then((file) => ({ default: file.WallPage })))

const SettingsPage = lazy(() =>
  import('../settings/SettingsPage').then((file) => ({ default: file.SettingsPage })),
)

/** What lies over the page, one at a time. */
type Over = 'begin' | 'notices' | 'help'

type Props = {
  readonly person: PersonView
  readonly post: HubPost
  readonly config: HubConfig
  readonly onLeave: () => Promise<void>
}

export function ConsolePage({ person, post, config, onLeave }: Props) {
  const { alarm } = useConsole()
  const route = useRoute()
  const [over, setOver] = useState<Over>()
  const notices = useNewNotices(person.personId)
  const mayHandOver = mayHub(person, 'person.manage')
  const maySet = mayHub(person, 'settings.change')
  const close = () => setOver(undefined)
  useLiveWhileSignedIn()
  useClock()
  useIdle()
  useKeys({
    '?': () => setOver('help'),
    n: () => setOver('begin'),
    e: () => setOver('notices'),
    m: alarm.toggleMuted,
  })

  if (route.page === 'wall')
    return (
      <Suspense fallback={<Skeleton active className="page-skeleton" />}>
        <WallPage post={post} />
      </Suspense>
    )
  return (
    <div className="console">
      <Masthead
        person={person}
        post={post}
        route={route}
        mayHandOver={mayHandOver}
        maySet={maySet}
        newNotices={notices.count}
        onBegin={() => setOver('begin')}
        onNotices={() => setOver('notices')}
        onHelp={() => setOver('help')}
        onLeave={onLeave}
      />
      <ConnectionBanner />
      {mayHub(person, 'hub.operate') && <SilentHubs />}
      <NewsRegion />
      <TabBadge title={`连心 · ${post.area.name}`} />
      <Suspense fallback={<Skeleton active className="page-skeleton" />}>
        {route.page === 'deliveries' && (
          <DeliveriesPage post={post} mayManage={mayHub(person, 'hub.manageEndpoints')} />
        )}
        {route.page === 'settings' && maySet && <SettingsPage />}
        {route.page === 'figures' && <FiguresPage post={post} />}
        {route.page === 'board' && <BoardPage post={post} />}
        {route.page === 'handover' && mayHandOver && <HandOverPage post={post} />}
        <AccountRoutes route={route} person={person} />
        {(route.page === 'matters' ||
          (route.page === 'handover' && !mayHandOver) ||
          (route.page === 'settings' && !maySet)) && (
          <MattersPage
            post={post}
            config={config}
            matterId={route.page === 'matters' ? route.matterId : undefined}
          />
        )}
      </Suspense>
      <UndoMerge />
      <KeyHelp open={over === 'help'} onClose={close} />
      <BeginDialog open={over === 'begin'} homeArea={post.area} onClose={close} />
      <NoticesDrawer open={over === 'notices'} onClose={close} onSeen={notices.markSeen} />
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
