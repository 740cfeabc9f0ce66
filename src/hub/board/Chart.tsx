import type { EChartsCoreOption } from 'echarts/core'
import { useEffect, useId, useRef, type ReactNode } from 'react'

type Props = {
  readonly title: string
  readonly option: EChartsCoreOption
  readonly height?: number
  /** The same numbers as a table. */
  readonly children: ReactNode
}

/** A chart is never alone: its table is read aloud, and opened by whoever wants the numbers themselves. */
export function Chart({ title, option, height = 260, children }: Props) {
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => keepDrawn(place.current, option), [option])
  return (
    <section className="board-chart" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <div ref={place} style={{ height }} aria-hidden="true" data-testid="chart" />
      <details className="board-table">
        <summary>看表格</summary>
        {children}
      </details>
    </section>
  )
}

function keepDrawn(element: HTMLDivElement | null, option: EChartsCoreOption) {
  if (!element) return undefined
  let end: (() => void) | undefined
  let gone = false
  void import('./drawChart').then(({ drawChart }) => {
    if (gone) return
    const chart = drawChart(element, option)
    const watcher = new ResizeObserver(() => chart.resize())
    watcher.observe(element)
    end = () => {
      watcher.disconnect()
      chart.dispose()
    }
  })
  return () => {
    gone = true
    end?.()
  }
}
