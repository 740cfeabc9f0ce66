import type { HistoryView } from '@contract/views'
import { Moment } from '../clock/Moment'
import { WireProblem } from '../wire/WireProblem'

/** What has changed between reading and acting, so that nobody has to look for it. */
export function ChangedSince({
  problem,
  history,
  since,
}: {
  problem: unknown
  history: readonly HistoryView[]
  /** The version that whoever acted had before their eyes. */
  since: number | undefined
}) {
  if (!(problem instanceof WireProblem)) return null
  const { takenByName } = problem.details
  if (problem.code === 'matter.taken' && typeof takenByName === 'string')
    return <p data-testid="changed-since">现在是{takenByName}在办。您填的还在。</p>
  const rows = history.filter(({ version }) => since !== undefined && version > since)
  if (rows.length === 0) return null
  return (
    <ul className="changed-since" data-testid="changed-since">
      {rows.map((row, place) => (
        <li key={place}>
          <Moment at={row.at} /> {row.by.name}：{row.title}
          {row.note ? `（${row.note}）` : ''}
        </li>
      ))}
    </ul>
  )
}
