import { plainCalendar, type WorkCalendar } from '@domain/deadline/dueAt'
import { DAY_MS } from '@domain/shared/instant'
import { dayOf } from './dayOf'

/** What a county says of its own working time; it wins over what the package knows. */
export type CalendarSettings = {
  readonly spans: WorkCalendar['spans']
  /** Chinese calendar days, as `chinaDay` counts them. */
  readonly extraHolidays: readonly number[]
  readonly extraWorkdays: readonly number[]
}

type CalendarTexts = {
  readonly hours: readonly string[]
  readonly holidays: readonly string[]
  readonly workdays: readonly string[]
}

type Span = WorkCalendar['spans'][number]

/** Refuses what it does not understand: a mistyped day would make deadlines wrong and nobody would notice. */
export function readCalendarSettings({
  hours,
  holidays,
  workdays,
}: CalendarTexts): CalendarSettings {
  refuseDoubleDays(holidays, workdays)
  return {
    spans: hours.length > 0 ? readSpans(hours) : plainCalendar.spans,
    extraHolidays: holidays.map((date) => readDay('LIANXIN_EXTRA_HOLIDAYS', date)),
    extraWorkdays: workdays.map((date) => readDay('LIANXIN_EXTRA_WORKDAYS', date)),
  }
}

function readSpans(items: readonly string[]): Span[] {
  let free = 0
  return items.map((item) => {
    const span = findSpan(item)
    if (!span || span.fromMinute < free)
      throw new Error(
        `LIANXIN_WORK_HOURS 应该像 08:30-12:00,14:30-18:00，从早到晚、不重叠，现在有“${item}”`,
      )
    free = span.toMinute
    return span
  })
}

function findSpan(text: string): Span | undefined {
  const digits = /^(\d{1,2}):(\d\d)-(\d{1,2}):(\d\d)$/.exec(text)
  if (!digits) return undefined
  const [fromHour = 0, fromRest = 0, toHour = 0, toRest = 0] = digits.slice(1).map(Number)
  const [fromMinute, toMinute] = [fromHour * 60 + fromRest, toHour * 60 + toRest]
  const sound = fromRest < 60 && toRest < 60 && fromMinute < toMinute && toMinute <= 24 * 60
  return sound ? { fromMinute, toMinute } : undefined
}

function readDay(name: string, text: string): number {
  const day = dayOf(text)
  // 2027-02-30 may be read as a day in March.
  if (!Number.isInteger(day) || new Date(day * DAY_MS).toISOString().slice(0, 10) !== text)
    throw new Error(`${name} 应该是像 2027-02-05,2027-02-08 这样的日期，现在有“${text}”`)
  return day
}

function refuseDoubleDays(holidays: readonly string[], workdays: readonly string[]): void {
  const double = holidays.find((date) => workdays.includes(date))
  if (double !== undefined)
    throw new Error(
      `${double} 不能既在 LIANXIN_EXTRA_HOLIDAYS（放假）里，又在 LIANXIN_EXTRA_WORKDAYS（上班）里`,
    )
}
