import type { PersonView } from '@contract/views'
import { Button, Skeleton } from 'antd'
import { Suspense, useEffect } from 'react'
import { useStore } from 'zustand'
import { startClock } from '../clock/createClock'
import { useConsole } from '../console/ConsoleContext'
import { hrefOf, useRoute } from '../console/route'
import { HeartMark } from '../look/HeartMark'
import { useIdle } from '../session/useIdle'
import { AccountRoutes } from './AccountRoutes'
import { pagesFor } from './pages'
import '../console/console.css'

type Props = { readonly person: PersonView; readonly onLeave: () => Promise<void> }

/** 三员: a console without matters, inbox or bell. */
export function AdminConsole({ person, onLeave }: Props) {
  const asked = useRoute()
  const pages = pagesFor(person)
  const page = pages.find((one) => one.page === asked.page)?.page ?? pages[0]?.page ?? 'mine'
  useClock()
  useIdle()
  return (
    <div className="console">
      <header className="masthead">
        <span className="masthead-name">
          <HeartMark size={24} />
          <b>连心</b>
          <span>{person.posts[0]?.area.name}</span>
        </span>
        <nav aria-label="页面">
          {pages.map((one) => (
            <a
              key={one.page}
              href={hrefOf({ page: one.page })}
              aria-current={page === one.page ? 'page' : undefined}
              data-testid={`nav-${one.page}`}
            >
              {one.title}
            </a>
          ))}
        </nav>
        <span className="masthead-person" data-testid="person-name">
          {person.name} · {person.posts[0]?.roleTitle}
        </span>
        <Button onClick={() => void onLeave()} data-testid="sign-out">
          退出
        </Button>
      </header>
      <Suspense fallback={<Skeleton active className="page-skeleton" />}>
        <AccountRoutes route={{ page }} person={person} />
      </Suspense>
    </div>
  )
}

function useClock(): void {
  const { clock, now, session } = useConsole()
  const skew = useStore(session, (state) => state.clockSkewMs)
  useEffect(() => startClock(clock, now), [clock, now, skew])
}
