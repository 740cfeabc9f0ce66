import type { ClockKind } from '../kind/kind'
import { chinaDay, HOUR_MS, MINUTE_MS, startOfChinaDay, type Instant } from '../shared/instant'
import { isWorkday, type WorkCalendar } from './dueAt'

/** Hours that pass on the clock between two instants; none when `to` is not after `from`. The inverse of `dueAt`. */
export function hoursBetween(
  from: Instant,
  to: Instant,
  clock: ClockKind,
  calendar: WorkCalendar,
): number {
  if (to <= from) return 0
  return (clock === 'elapsed' ? to - from : workingTimeBetween(from, to, calendar)) / HOUR_MS
}

function workingTimeBetween(from: Instant, to: Instant, calendar: WorkCalendar): number {
  const lastDay = chinaDay(to)
  let sum = 0
  for (let day = chinaDay(from); day <= lastDay; day++) {
    if (!isWorkday(day, calendar)) continue
    const midnight = startOfChinaDay(day)
    for (const span of calendar.spans) {
      const start = Math.max(from, midnight + span.fromMinute * MINUTE_MS)
      const end = Math.min(to, midnight + span.toMinute * MINUTE_MS)
      if (end > start) sum += end - start
    }
  }
  return sum
}
