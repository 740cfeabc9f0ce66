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

/** 办结用时分布: each bar says its number. */
export function spreadOption({ spread }: Board): EChartsCoreOption {
  return {
    ...readable,
    grid,
    tooltip: { trigger: 'axis' },
    xAxis: {
      type: 'category',
      data: spread.map(({ title }) => title),
      axisLabel: { ...quiet, interval: 0 },
    },
    yAxis: { type: 'value', minInterval: 1, axisLabel: quiet },
    series: [
      bar(
        '办结',
        spread.map(({ count }) => count),
        'top',
      ),
    ],
  }
}

/** 热点: the most at the top, with its name beside it. */
export function hotSpotOption({ hotSpots }: Board): EChartsCoreOption {
  const upwards = [...hotSpots].reverse()
  return {
    ...readable,
    grid,
    tooltip: { trigger: 'axis' },
    xAxis: { type: 'value', minInterval: 1, axisLabel: quiet },
    yAxis: { type: 'category', data: upwards.map(({ area }) => area.name), axisLabel: text },
    series: [
      bar(
        '收到',
        upwards.map(({ count }) => count),
        'right',
      ),
    ],
  }
}

function bar(name: string, data: number[], position: 'top' | 'right') {
  return {
    type: 'bar',
    name,
    data,
    barMaxWidth: 40,
    itemStyle: { color: colour.primary },
    label: { show: true, position, ...text },
  }
}
