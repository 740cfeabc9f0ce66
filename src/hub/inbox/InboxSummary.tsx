import { useStore } from 'zustand'
import { useNow } from '../clock/useNow'
import { useConsole } from '../console/ConsoleContext'

/** How much there is, of what is loaded; a plus where the server has more. */
export function InboxSummary() {
  const { inbox } = useConsole()
  const { rows, next, view, phase } = useStore(inbox.store)
  const now = useNow()
  if (phase !== 'ready' || rows.length === 0) return null
  const overdue = rows.filter(
    ({ dueAt, ended }) => !ended && dueAt && Date.parse(dueAt) < now,
  ).length
  return (
    <p className="inbox-summary" data-testid="inbox-summary">
      <span>
        {view === 'due' ? '待办' : '共'} {rows.length}
        {next === null ? '' : '+'} 件
      </span>
      {overdue > 0 && <b className="overdue-count">超时 {overdue} 件</b>}
    </p>
  )
}
