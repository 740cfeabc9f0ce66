import { NOTHING_TO_COUNT } from '@domain/figures/rate'
import { HOUR_MS } from '@domain/shared/instant'
import { sayLength } from '../clock/sayTime'
import { NumberButton } from './NumberButton'
import type { BoardFigures, Drill } from './useBoard'

type Props = { readonly figures: BoardFigures; readonly onOpen: (drill: Drill) => void }
type Rate = BoardFigures['rates'][number]

/** The whole of the area: counts, rates with both their numbers, and how long it took. */
export function BoardTotals({ figures, onOpen }: Props) {
  return (
    <section className="flow-figures" aria-label="总数" data-testid="board-totals">
      <dl className="figure-counts">
        {figures.counts.map(({ name, title, count }) => (
          <div key={name}>
            <dt>{title}</dt>
            <dd>
              <NumberButton drill={{ title, number: `count.${name}`, count }} onOpen={onOpen} />
            </dd>
          </div>
        ))}
        <Hours title="用时中位" hours={figures.hours.median} />
        <Hours title="九成用时不超过" hours={figures.hours.p90} />
      </dl>
      <div className="table-frame">
        <table>
          <thead>
            <tr>
              <th scope="col">指标</th>
              <th scope="col">比率</th>
              <th scope="col">分子</th>
              <th scope="col">分母</th>
            </tr>
          </thead>
          <tbody>
            {figures.rates.map((rate) => (
              <RateRow key={rate.name} rate={rate} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Hours({ title, hours }: { title: string; hours: number | undefined }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd className={hours === undefined ? 'quiet' : ''}>
        {hours === undefined ? '—' : sayLength(hours * HOUR_MS)}
      </dd>
    </div>
  )
}

function RateRow({ rate, onOpen }: { rate: Rate; onOpen: Props['onOpen'] }) {
  const { name, title, percent, numerator, numeratorTitle, denominator, denominatorTitle } = rate
  const above = { title: numeratorTitle, number: `above.${name}`, count: numerator }
  const below = { title: denominatorTitle, number: `below.${name}`, count: denominator }
  return (
    <tr data-testid={`board-rate-${name}`}>
      <th scope="row">{title}</th>
      <td className={percent === undefined ? 'quiet' : 'figure'}>
        {percent === undefined ? NOTHING_TO_COUNT : `${percent} %`}
      </td>
      <td>
        {numeratorTitle} <NumberButton drill={above} onOpen={onOpen} />
      </td>
      <td>
        {denominatorTitle} <NumberButton drill={below} onOpen={onOpen} />
      </td>
    </tr>
  )
}
