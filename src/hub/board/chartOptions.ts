import type { EChartsCoreOption } from 'echarts/core'
import { tokens } from '../look/tokens'
import type { Board } from './useBoard'

const { colour, type } = tokens
const text = { color: colour.text, fontSize: type.base }
const quiet = { color: colour.quiet, fontSize: type.base }
const grid = { left: 8, right: 16, top: 40, bottom: 8, containLabel: true }

/** Told apart without colour: patterns on areas, marks and dashes on lines. */
const readable = { aria: { enabled: true, decal: { show: true } }, animation: false } as const

/** 收到与办结: one line whole with round marks, the other dashed with square ones. */
export function trendOption({ trend }: Board): EChartsCoreOption {
  const { unit, points } = trend
  const line = (name: string, data: number[], look: object) => ({
    type: 'line',
    name,
    data,
    ...look,
  })
  return {
    ...readable,
    grid,
    legend: { top: 0, left: 0, textStyle: text },
    tooltip: { trigger: 'axis' },
    xAxis: {
      type: 'category',
      data: points.map(({ start }) => (unit === 'week' ? `${start.slice(5)} 起` : start.slice(5))),
      axisLabel: quiet,
    },
    yAxis: { type: 'value', minInterval: 1, axisLabel: quiet },
    series: [
      line(
        '收到',
        points.map(({ reported }) => reported),
        {
          symbol: 'circle',
          symbolSize: 6,
          itemStyle: { color: colour.u3 },
        },
      ),
      line(
        '其中已办结',
        points.map(({ ended }) => ended),
        {
          symbol: 'rect',
          symbolSize: 6,
          itemStyle: { color: colour.primary },
          lineStyle: { type: 'dashed' },
        },
      ),
    ],
  }
}

/** 办结用时分布: each bar says its number, the shortest time at the top. */
export function spreadOption({ spread }: Board): EChartsCoreOption {
  return lyingBars(
    '办结',
    spread.map(({ title, count }) => [title, count]),
  )
}

/** 热点: the most at the top, with its name beside it. */
export function hotSpotOption({ hotSpots }: Board): EChartsCoreOption {
  return lyingBars(
    '收到',
    hotSpots.map(({ area, count }) => [area.name, count]),
  )
}

/** Lying, since names of places and times are long. */
function lyingBars(name: string, bars: readonly (readonly [string, number])[]): EChartsCoreOption {
  const upwards = [...bars].reverse()
  return {
    ...readable,
    grid: { ...grid, top: 8, right: 56 },
    tooltip: { trigger: 'axis' },
    xAxis: { type: 'value', minInterval: 1, axisLabel: quiet },
    yAxis: { type: 'category', data: upwards.map(([title]) => title), axisLabel: text },
    series: [
      {
        ...{ type: 'bar', name, barMaxWidth: 40, itemStyle: { color: colour.primary } },
        data: upwards.map(([, count]) => count),
        label: { show: true, position: 'right', ...text },
      },
    ],
  }
}
