import { ROUNDING_RULE, sayCount } from '@domain/figures/rate'
import { HOUR_MS } from '@domain/shared/instant'
import type { Board } from '../board/useBoard'
import { sayExactly, sayLength } from '../clock/sayTime'

export type ReportTable = {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export type ReportSection = {
  readonly title: string
  readonly words?: string
  readonly table?: ReportTable
}

/** 周报、月报: what stands on the paper, before it is a document. Every number is the board's own. */
export type Report = {
  readonly title: string
  /** Where, which days, until when, how rounded: said first. */
  readonly basis: string
  readonly sections: readonly ReportSection[]
}

export function makeReport(board: Board): Report {
  const { area, from, until, cutOff, total } = board
  const days = (Date.parse(until) - Date.parse(from)) / (24 * HOUR_MS) + 1
  const name = days <= 7 ? '周报' : days <= 31 ? '月报' : '统计报告'
  return {
    title: `${area.name}${total.title}${name}`,
    basis: `${from} 到 ${until} 收到的${total.title}，截至 ${sayExactly(Date.parse(cutOff))} 办得怎么样。比率${ROUNDING_RULE}；按时、超期按次算，其余按件算。不统计个人。`,
    sections: [
      { title: '总数', table: countsTable(board) },
      { title: '比率', table: ratesTable(board) },
      { title: '办结用时', words: hoursWords(board), table: spreadTable(board) },
      { title: `按${partTitles[board.by]}`, table: partsTable(board) },
      { title: '收到最多的地方', table: hotTable(board) },
      { title: '没有收到过的地方', words: silentWords(board) },
    ],
  }
}

const partTitles = { area: '地方', kind: '类别', department: '部门' } as const

function countsTable({ total }: Board): ReportTable {
  return {
    head: ['项目', '件（次）'],
    rows: total.counts.map(({ title, count }) => [title, sayCount(count)]),
  }
}

function ratesTable({ total }: Board): ReportTable {
  return {
    head: ['指标', '比率（分子/分母）', '怎么算'],
    rows: total.rates.map(({ title, words, numeratorTitle, denominatorTitle }) => [
      title,
      words,
      `${numeratorTitle} ÷ ${denominatorTitle}`,
    ]),
  }
}

function hoursWords({ total: { hours } }: Board): string {
  const { count, median, p90, within } = hours
  if (median === undefined || p90 === undefined) return '没有办结的，没有可算的。'
  return `${sayCount(count)} 件办结的，一半在 ${sayLength(median * HOUR_MS)} 以内，九成在 ${sayLength(p90 * HOUR_MS)} 以内（误差 ${within * 100} % 以内）。`
}

function spreadTable({ spread }: Board): ReportTable {
  return { head: ['用时', '件'], rows: spread.map(({ title, count }) => [title, sayCount(count)]) }
}

function partsTable({ parts, by }: Board): ReportTable {
  const counts = parts[0]?.figures.counts ?? []
  return {
    head: [partTitles[by], ...counts.map(({ title }) => title)],
    rows: parts.map(({ name, figures }) => [
      name,
      ...figures.counts.map(({ count }) => sayCount(count)),
    ]),
  }
}

function hotTable({ hotSpots }: Board): ReportTable {
  return {
    head: ['地方', '收到（件）'],
    rows: hotSpots.map(({ area, count }) => [area.name, sayCount(count)]),
  }
}

function silentWords({ silent }: Board): string {
  if (silent.count === 0) return '每个地方都有收到过。'
  const more = silent.count - silent.areas.length
  const names = silent.areas.map(({ name }) => name).join('、')
  return `${silent.of} 个地方里 ${silent.count} 个没有收到过，宜问一问是真的没事，还是没报上来：${names}${more > 0 ? `，还有 ${more} 个` : ''}。`
}
