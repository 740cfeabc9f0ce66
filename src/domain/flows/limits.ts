import type { TimeLimit } from '../kind/kind'

/** Limits as laws and precedents write them: hours and days of the calendar, or days that are worked. */

/** Offices work seven hours or eight; with seven no county's calendar stretches a working day of the law. */
const WORKING_DAY_HOURS = 7

export function hours(count: number): TimeLimit {
  return { hours: count, clock: 'elapsed' }
}

export function minutes(count: number): TimeLimit {
  return hours(count / 60)
}

export function days(count: number): TimeLimit {
  return hours(count * 24)
}

export function workingHours(count: number): TimeLimit {
  return { hours: count, clock: 'working' }
}

export function workingDays(count: number): TimeLimit {
  return workingHours(count * WORKING_DAY_HOURS)
}
