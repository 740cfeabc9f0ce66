import { Button } from 'antd'
import { useConsole } from '../console/ConsoleContext'
import { isFiltering, noFilter, type InboxFilter } from './inboxFilter'
import type { InboxView } from './orderInbox'

export function InboxEmpty({ filter, view }: { filter: InboxFilter; view: InboxView }) {
  const { inbox } = useConsole()
  if (!isFiltering(filter)) {
    return (
      <div className="inbox-empty" data-testid="inbox-empty">
        <p className="inbox-empty-words">{view === 'due' ? '现在没有待办的事' : '还没有人上报'}</p>
        <p>有新上报会自己出现在这里。</p>
      </div>
    )
  }
  return (
    <div className="inbox-empty" data-testid="inbox-empty">
      <p className="inbox-empty-words">没有符合的事</p>
      {view === 'due' && (
        <Button onClick={() => void inbox.show({ view: 'received' })}>在办结的里面也找找</Button>
      )}
      <Button onClick={() => void inbox.show({ filter: noFilter })}>清除筛选</Button>
    </div>
  )
}
