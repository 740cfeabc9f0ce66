import type { HistoryView } from '@contract/views'
import { Moment } from '../clock/Moment'

/** Everything that happened, the latest first. */
export function Timeline({ history }: { history: readonly HistoryView[] }) {
  // One step may tell of several things: only its place in the history tells a line from its neighbours.
  const latestFirst = history.map((row, place) => ({ ...row, place })).reverse()
  return (
    <section aria-labelledby="timeline-title">
      <h3 id="timeline-title">经过</h3>
      <ol className="timeline" data-testid="timeline">
        {latestFirst.map((row) => (
          <li key={row.place} data-action={row.action}>
            <p>
              <b>{row.title}</b>
              <span>
                {row.by.name}
                {row.by.roleTitle !== '' && `（${row.by.roleTitle}）`}
              </span>
              <Moment at={row.at} />
            </p>
            {row.note && <p className="timeline-note">{row.note}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
