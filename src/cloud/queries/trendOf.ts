import { DAY_MS } from '@domain/shared/instant'
import type { DayRow } from '../store/boardStore'
import { daysOf } from './figureSpan'

/** More days than this are told by weeks: a line of a year in days is noise. */
const DAYS_SHOWN_MAX = 62
const WEEK_DAYS = 7

type Point = { start: string; reported: number; ended: number }
export type Trend = { readonly unit: 'day' | 'week'; readonly points: Point[] }

/** Every day, or week, of the span has its point: a day without matters is a number, and not a gap. */
export function trendOf(
  rows: readonly DayRow[],
  span: { readonly from: string; readonly until: string },
): Trend {
  const unit = daysOf(span) > DAYS_SHOWN_MAX ? 'week' : 'day'
  const startOf = unit === 'week' ? mondayOf : (day: string) => day
  const points = new Map(
    startsOf(span, startOf).map((start) => [start, { start, reported: 0, ended: 0 }]),
  )
  for (const { day, figure, count } of rows) {
    const point = points.get(startOf(day))
    if (point && (figure === 'reported' || figure === 'ended')) point[figure] += count
  }
  return { unit, points: [...points.values()] }
}

function startsOf(
  span: { readonly from: string; readonly until: string },
  startOf: (day: string) => string,
): string[] {
  const days = Array.from({ length: daysOf(span) }, (_, index) => addDays(span.from, index))
  return [...new Set(days.map(startOf))]
}

function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, -((weekday + WEEK_DAYS - 1) % WEEK_DAYS))
}

function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10)
}
