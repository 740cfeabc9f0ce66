import type { TimeLimit } from '../kind/kind'
import { chinaDay, HOUR_MS, MINUTE_MS, startOfChinaDay, type Instant } from '../shared/instant'

/** Working hours 工作时 of a county: spans of the day in minutes after midnight, and the days that differ. */
export type WorkCalendar = {
  readonly spans: readonly { readonly fromMinute: number; readonly toMinute: number }[]
  /** Chinese calendar days (see `chinaDay`) off although they fall on Monday to Friday. */
  readonly holidays: ReadonlySet<number>
  /** 调休: Saturdays and Sundays that are worked. A day here is worked even if it is a holiday as well. */
  readonly shiftedWorkdays: ReadonlySet<number>
}

/** 08:30-12:00 and 14:30-18:00, seven hours a day, as offices in Qingyuan keep them. */
export const plainCalendar: WorkCalendar = {
  spans: [
    { fromMinute: 510, toMinute: 720 },
    { fromMinute: 870, toMinute: 1080 },
  ],
  holidays: new Set(),
  shiftedWorkdays: new Set(),
}

/** Longest search for working time, so that a calendar without working days is a fault and not a hang. */
const SEARCH_DAYS_MAX = 800

/**
 * When a limit that starts at `from` runs out; `hoursBetween` tells the hours back. Throws when the calendar has no
 * working time within two years.
 */
export function dueAt(from: Instant, limit: TimeLimit, calendar: WorkCalendar): Instant {
  // Nothing left is due now, not when the office opens again.
  if (limit.hours <= 0) return from
  return limit.clock === 'elapsed'
    ? from + limit.hours * HOUR_MS
    : addWorkingTime(from, limit.hours * HOUR_MS, calendar)
}

export function isWorkday(day: number, calendar: WorkCalendar): boolean {
  if (calendar.shiftedWorkdays.has(day)) return true
  // Day 0 (1970-01-01) was a Thursday; Saturday and Sunday are 2 and 3 after it.
  const weekend = ((day % 7) + 7) % 7 === 2 || ((day % 7) + 7) % 7 === 3
  return !weekend && !calendar.holidays.has(day)
}

function addWorkingTime(from: Instant, amountMs: number, calendar: WorkCalendar): Instant {
  let left = amountMs
  const firstDay = chinaDay(from)
  for (let day = firstDay; day < firstDay + SEARCH_DAYS_MAX; day++) {
    if (!isWorkday(day, calendar)) continue
    const midnight = startOfChinaDay(day)
    for (const span of calendar.spans) {
      const end = midnight + span.toMinute * MINUTE_MS
      const start = Math.max(from, midnight + span.fromMinute * MINUTE_MS)
      if (end <= start) continue
      if (left <= end - start) return start + left
      left -= end - start
    }
  }
  throw new Error(`No ${amountMs} ms of working time within ${SEARCH_DAYS_MAX} days`)
}
