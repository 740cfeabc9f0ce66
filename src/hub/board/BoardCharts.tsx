import { useMemo } from 'react'
import { Chart } from './Chart'
import { hotSpotOption, spreadOption, trendOption } from './chartOptions'
import type { Board } from './useBoard'

/** 趋势, 用时分布, 热点 */
export function BoardCharts({ board }: { board: Board }) {
  const trend = useMemo(() => trendOption(board), [board])
  const spread = useMemo(() => spreadOption(board), [board])
  const hot = useMemo(() => hotSpotOption(board), [board])
  return (
    <div className="board-charts">
      <Chart
        title={board.trend.unit === 'week' ? '每周收到和办结' : '每天收到和办结'}
        option={trend}
      >
        <Numbers
          head={[board.trend.unit === 'week' ? '周一' : '收到日', '收到', '其中已办结']}
          rows={board.trend.points.map(({ start, reported, ended }) => [start, reported, ended])}
        />
      </Chart>
      <Chart title="办结用时分布（件）" option={spread}>
        <Numbers
          head={['用时', '件']}
          rows={board.spread.map(({ title, count }) => [title, count])}
        />
      </Chart>
      {board.hotSpots.length > 0 && (
        <Chart title="收到最多的地方（件）" option={hot}>
          <Numbers
            head={['地方', '件']}
            rows={board.hotSpots.map(({ area, count }) => [area.name, count])}
          />
        </Chart>
      )}
    </div>
  )
}

type NumbersProps = {
  readonly head: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

function Numbers({ head, rows }: NumbersProps) {
  return (
    <table>
      <thead>
        <tr>
          {head.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first, ...rest]) => (
          <tr key={first}>
            <th scope="row">{first}</th>
            {rest.map((cell, place) => (
              <td key={head[place + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
