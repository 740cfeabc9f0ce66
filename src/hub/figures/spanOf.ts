import { chinaDay, chinaIsoDay, startOfChinaDay, type Instant } from '@domain/shared/instant'

/** Days in China, both included. */
export type Span = { readonly from: string; readonly until: string }

export const spanTitles = {
  last30: '近 30 天',
  month: '本月',
  lastMonth: '上月',
  year: '今年',
} as const
export type SpanName = keyof typeof spanTitles

export function spanOf(name: SpanName, now: Instant): Span {
  const until = chinaIsoDay(now)
  const firstOfMonth = `${until.slice(0, 8)}01`
  switch (name) {
    case 'last30':
      return { from: chinaIsoDay(startOfChinaDay(chinaDay(now) - 29)), until }
    case 'month':
      return { from: firstOfMonth, until }
    case 'lastMonth': {
      const last = dayBefore(firstOfMonth)
      return { from: `${last.slice(0, 8)}01`, until: last }
    }
    case 'year':
      return { from: `${until.slice(0, 4)}-01-01`, until }
  }
}

/** The named span these days are, so that it is shown as chosen. */
export function nameOfSpan(span: Span, now: Instant): SpanName | undefined {
  return (Object.keys(spanTitles) as SpanName[]).find((name) => {
    const { from, until } = spanOf(name, now)
    return from === span.from && until === span.until
  })
}

function dayBefore(day: string): string {
  return chinaIsoDay(Date.parse(`${day}T00:00:00+08:00`) - 1)
}
