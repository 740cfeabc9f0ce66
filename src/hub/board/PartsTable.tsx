import { HOUR_MS } from '@domain/shared/instant'
import { sayLength } from '../clock/sayTime'
import { NumberButton } from './NumberButton'
import type { Board, BoardFigures, Drill } from './useBoard'

type Props = { readonly board: Board; readonly onOpen: (drill: Drill) => void }
type Part = Board['parts'][number]

const partTitles = { area: '地方', kind: '类别', department: '部门' } as const
/** Of the many rates those a table has room for; all of them are read by choosing the place. */
const shownRates = ['ended', 'handleInTime', 'returned', 'satisfied']

/** By code and never by result: it is no table of the best and the worst. */
export function PartsTable({ board, onOpen }: Props) {
  const counts = board.parts[0]?.figures.counts ?? []
  const rates = (board.parts[0]?.figures.rates ?? []).filter(({ name }) =>
    shownRates.includes(name),
  )
  const hasHours = board.parts.some(({ figures }) => figures.rates.length > 0)
  if (board.parts.length === 0) return <p className="figures-empty">这些天没有可分的数字。</p>
  return (
    <div className="table-frame">
      <table aria-label={`按${partTitles[board.by]}`} data-testid="board-parts">
        <thead>
          <tr>
            <th scope="col">{partTitles[board.by]}</th>
            {[...counts, ...rates].map(({ name, title }) => (
              <th key={title + name} scope="col">
                {title}
              </th>
            ))}
            {hasHours && <th scope="col">用时中位 / 九成</th>}
          </tr>
        </thead>
        <tbody>
          {board.parts.map((part) => (
            <PartRow key={part.key} part={part} by={board.by} hasHours={hasHours} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type RowProps = Pick<Props, 'onOpen'> & {
  readonly part: Part
  readonly by: Board['by']
  readonly hasHours: boolean
}

function PartRow({ part: { key, name: place, figures }, by, hasHours, onOpen }: RowProps) {
  const rates = figures.rates.filter(({ name }) => shownRates.includes(name))
  return (
    <tr data-testid="board-part">
      <th scope="row">{place}</th>
      {figures.counts.map(({ name, title, count }) => (
        <td key={name}>
          <NumberButton
            drill={{
              title: `${place} ${title}`,
              number: `count.${name}`,
              count,
              part: { by, key },
            }}
            onOpen={onOpen}
          />
        </td>
      ))}
      {rates.map((rate) => (
        <td key={rate.name} className={rate.percent === undefined ? 'quiet' : 'figure'}>
          {rate.words}
        </td>
      ))}
      {hasHours && <td>{hoursWords(figures.hours)}</td>}
    </tr>
  )
}

function hoursWords({ median, p90 }: BoardFigures['hours']): string {
  if (median === undefined || p90 === undefined) return '—'
  return `${sayLength(median * HOUR_MS)} / ${sayLength(p90 * HOUR_MS)}`
}
