import { sayDeadline, sayExactly } from './sayTime'
import { useNow } from './useNow'

/** How long is left, or by how much it is past: 已超 12 分钟. */
export function DeadlineClock({ dueAt }: { dueAt: string }) {
  const due = Date.parse(dueAt)
  const { words, state } = sayDeadline(due, useNow())
  return (
    <time
      className={`deadline deadline-${state}`}
      dateTime={dueAt}
      title={`期限 ${sayExactly(due)}`}
      data-testid="deadline"
      data-state={state}
    >
      {words}
    </time>
  )
}
