import { NOTHING_TO_COUNT, sayCount } from '@domain/figures/rate'
import { HOUR_MS } from '@domain/shared/instant'
import { useId } from 'react'
import { sayLength } from '../clock/sayTime'
import type { Figures } from './useFigures'

type View = Figures['flows'][number]

/** The numbers of one system: what there was, what became of it, and how long it took. */
export function FlowFigures({ view }: { view: View }) {
  const id = useId()
  return (
    <section className="flow-figures" aria-labelledby={id} data-testid="flow-figures">
      <h3 id={id}>{view.title}</h3>
      <dl className="figure-counts">
        {view.counts.map(({ name, title, count }) => (
          <div key={name} data-testid={`count-${name}`}>
            <dt>{title}</dt>
            <dd>{sayCount(count)}</dd>
          </div>
        ))}
      </dl>
      <div className="table-frame">
        <table aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">指标</th>
              <th scope="col">比率（分子/分母）</th>
              <th scope="col">怎么算</th>
            </tr>
          </thead>
          <tbody>
            {view.rates.map((rate) => (
              <tr key={rate.name} data-testid={`rate-${rate.name}`}>
                <th scope="row">{rate.title}</th>
                <td className={rate.percent === undefined ? 'quiet' : 'figure'}>{rate.words}</td>
                <td className="quiet">
                  {rate.numeratorTitle} ÷ {rate.denominatorTitle}
                </td>
              </tr>
            ))}
            <Hours hours={view.hours} />
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Hours({ hours: { count, median, p90, within } }: { hours: View['hours'] }) {
  const of = `收到到办结，${sayCount(count)} 件，误差 ${within * 100} % 以内`
  const rows = [
    ['median', '办结用时中位', median],
    ['p90', '九成办结用时不超过', p90],
  ] as const
  return rows.map(([name, title, hours]) => (
    <tr key={name} data-testid={`hours-${name}`}>
      <th scope="row">{title}</th>
      <td className={hours === undefined ? 'quiet' : 'figure'}>
        {hours === undefined ? NOTHING_TO_COUNT : sayLength(hours * HOUR_MS)}
      </td>
      <td className="quiet">{of}</td>
    </tr>
  ))
}
