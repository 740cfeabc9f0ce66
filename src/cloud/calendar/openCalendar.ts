import type { WorkCalendar } from '@domain/deadline/dueAt'
import { chinaDay, DAY_MS, type Instant } from '@domain/shared/instant'
import type { Log } from '../log'
import { yearOf } from './dayOf'
import { lastPublishedYear, publishedHolidays, publishedWorkdays } from './publishedDays'
import type { CalendarSettings } from './readCalendarSettings'
import { statutoryDays } from './statutoryDays'

/** Beyond the present year; a process is restarted before they have passed. */
const YEARS_AHEAD = 2

/** Notices usually come out in November, and limits that start then reach into the next year. Earlier nobody could act. */
const NOTICE_DUE_MS = 60 * DAY_MS

/**
 * The county's working clock: the published notices, the law for years without one, and over both what the county has
 * entered. Says in the log when a notice is overdue.
 */
export function openCalendar(settings: CalendarSettings, now: Instant, log: Log): WorkCalendar {
  const years = unpublishedYears(settings, now)
  if (years.length > 0)
    log.warn(
      { years },
      'shifted working days are not known yet; enter the notice in LIANXIN_EXTRA_HOLIDAYS and LIANXIN_EXTRA_WORKDAYS',
    )
  return makeCalendar(settings, now)
}

/**
 * Years that limits may reach soon and of which only the law is known, not what is shifted (调休). A county that has
 * entered a worked day of the year has entered its notice.
 */
export function unpublishedYears({ extraWorkdays }: CalendarSettings, now: Instant): number[] {
  const entered = new Set(extraWorkdays.map(yearOf))
  const reached = [now, now + NOTICE_DUE_MS].map((at) => yearOf(chinaDay(at)))
  return [...new Set(reached)].filter((year) => year > lastPublishedYear && !entered.has(year))
}

function makeCalendar(settings: CalendarSettings, now: Instant): WorkCalendar {
  const { spans, extraHolidays, extraWorkdays } = settings
  const holidays = new Set([...publishedHolidays, ...daysByLaw(now), ...extraHolidays])
  const shiftedWorkdays = new Set([...publishedWorkdays, ...extraWorkdays])
  // A worked day wins over a holiday in the calendar itself; the other way round it must be taken out.
  for (const day of extraHolidays) shiftedWorkdays.delete(day)
  return { spans, holidays, shiftedWorkdays }
}

function daysByLaw(now: Instant): number[] {
  const days: number[] = []
  const lastYear = yearOf(chinaDay(now)) + YEARS_AHEAD
  for (let year = lastPublishedYear + 1; year <= lastYear; year++) days.push(...statutoryDays(year))
  return days
}
