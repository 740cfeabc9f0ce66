import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useStore } from 'zustand'
import { BulkBar, togglePicked } from '../bulk/BulkBar'
import { useConsole } from '../console/ConsoleContext'
import { goTo } from '../console/route'
import { useAtDesk } from '../desk/useAtDesk'
import { useKeys } from '../keys/useKeys'
import { moveKeys } from '../keys/shortcuts'
import { ShiftBar } from '../shift/ShiftBar'
import { wordsOf } from '../wire/WireProblem'
import { InboxEmpty } from './InboxEmpty'
import { InboxFilters } from './InboxFilters'
import { InboxRows } from './InboxRows'
import { InboxSummary } from './InboxSummary'
import { NewsStrip } from './NewsStrip'
import { moveInRows } from './moveInRows'
import './inbox.css'

type Props = {
  readonly homeArea: { readonly code: string; readonly name: string }
  readonly openId: string | undefined
}

export function InboxPanel({ homeArea, openId }: Props) {
  const { inbox } = useConsole()
  const { rows, phase, problem, filter, view } = useStore(inbox.store)
  const open = (matterId: string) => {
    inbox.markSeen(matterId)
    goTo({ page: 'matters', matterId })
  }
  const atDesk = useAtDesk()
  const [picking, setPicking] = useState<ReadonlySet<string>>()
  const press = (matterId: string) =>
    picking ? setPicking(togglePicked(picking, matterId)) : open(matterId)
  useKeys({
    ...Object.fromEntries(moveKeys.next.map((key) => [key, () => moveInRows(1, openId)])),
    ...Object.fromEntries(moveKeys.previous.map((key) => [key, () => moveInRows(-1, openId)])),
    '/': () => document.getElementById('inbox-search')?.focus(),
  })

  return (
    <section className="inbox-column" aria-label="收件箱">
      <InboxFilters homeArea={homeArea} />
      {atDesk && (
        <ShiftBar areaCode={homeArea.code}>
          <BulkBar picking={picking} rows={rows} onPick={setPicking} />
        </ShiftBar>
      )}
      <NewsStrip onOpen={open} />
      <InboxSummary />
      {phase === 'failed' && (
        <div className="inbox-trouble" role="alert" data-testid="inbox-trouble">
          <p>{wordsOf(problem)}</p>
          <Button onClick={() => void inbox.load()}>再试一次</Button>
        </div>
      )}
      <div className="inbox-scroll" data-testid="inbox">
        {phase === 'loading' && rows.length === 0 && <InboxSkeleton />}
        {phase === 'ready' && rows.length === 0 && <InboxEmpty filter={filter} view={view} />}
        <InboxRows openId={openId} onOpen={press} picking={picking} />
      </div>
    </section>
  )
}

function InboxSkeleton() {
  return (
    <div aria-busy="true" aria-label="正在读取">
      {[1, 2, 3, 4].map((row) => (
        <Skeleton
          key={row}
          active
          title={{ width: '60%' }}
          paragraph={{ rows: 2 }}
          className="row-skeleton"
        />
      ))}
    </div>
  )
}
