import type { Figures } from './useFigures'

const heading = [
  '系统',
  '指标',
  '数或比率（%）',
  '分子',
  '分母',
  '分子是什么',
  '分母是什么',
  '地方',
  '收到日从',
  '收到日到',
  '截至',
  '取舍',
]

/** The page as a table for a spreadsheet: every rate with both its numbers, its days, its cut-off and its rounding. */
export function figuresCsv({ area, from, until, cutOff, rounding, flows }: Figures): string {
  const where = [area.name, from, until, cutOff]
  const rows = flows.flatMap(({ title, counts, rates, hours }) => [
    ...counts.map((one) => [title, one.title, one.count, '', '', '', '', ...where, '']),
    ...rates.map((rate) => [
      title,
      rate.title,
      rate.percent ?? rate.words,
      rate.numerator,
      rate.denominator,
      rate.numeratorTitle,
      rate.denominatorTitle,
      ...where,
      rounding,
    ]),
    ...(['median', 'p90'] as const).map((name) => [
      title,
      hoursTitles[name],
      hours[name]?.toFixed(2) ?? '没有可算的',
      '',
      hours.count,
      '',
      '办结',
      ...where,
      `误差 ${hours.within * 100} % 以内`,
    ]),
  ])
  // Spreadsheets take a file without the mark for one of an older alphabet.
  return `\uFEFF${[heading, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

const hoursTitles = { median: '办结用时中位（小时）', p90: '九成办结用时（小时）' } as const

/** A spreadsheet would run what begins like a formula. */
function cell(value: string | number): string {
  const text = String(value)
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}
