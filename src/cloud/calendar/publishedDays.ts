// Read as data: the package's functions reckon in the time zone of the process, and west of Greenwich they miss a day.
import notices from 'chinese-days/dist/chinese-days.json'
import { dayOf } from './dayOf'

/** What the State Council's yearly notices (节假日安排的通知) say, for all years that the package knows. */
export const publishedHolidays: readonly number[] = Object.keys(notices.holidays).map(dayOf)

/** 调休: weekend days that the notices declare worked. */
export const publishedWorkdays: readonly number[] = Object.keys(notices.workdays).map(dayOf)

/**
 * The last year with a notice. Every notice names National Day, while a single day of December may stand in the notice
 * of the year after.
 */
export const lastPublishedYear = Math.max(
  ...Object.keys(notices.holidays)
    .filter((date) => date.endsWith('-10-01'))
    .map((date) => Number(date.slice(0, 4))),
)
