import type { TimeLimit } from '../kind/kind'
import type { Instant } from '../shared/instant'
import { dueAt, type WorkCalendar } from './dueAt'
import { hoursBetween } from './hoursBetween'

/** The time a matter has for where it stands: it can stand still, go on, and be made longer. */
export type RunningTime = {
  readonly limit: TimeLimit
  /** Hours of the limit before any extension: each extension is a share of these. */
  readonly firstHours: number
  /** It runs since here … */
  readonly from: Instant
  /** … and so many of its hours had run before. */
  readonly spent: number
  /** The largest share of the limit at which somebody was told; 0 for none. */
  readonly told: number
  /** When somebody must be told next; absent when nobody is left to tell. */
  readonly wakeAt?: Instant
}

/** Shares of the limit at which somebody is told, smallest first. */
export type Shares = readonly number[]

export function startTime(
  limit: TimeLimit,
  now: Instant,
  shares: Shares,
  calendar: WorkCalendar,
): RunningTime {
  const time = { limit, firstHours: limit.hours, from: now, spent: 0, told: 0 }
  return withWake(time, shares, calendar)
}

export function dueOf(time: RunningTime, calendar: WorkCalendar): Instant {
  return atShare(time, 1, calendar)
}

/** When this share of the limit will have run. */
export function atShare(time: RunningTime, share: number, calendar: WorkCalendar): Instant {
  const { limit, from, spent } = time
  return dueAt(from, { hours: limit.hours * share - spent, clock: limit.clock }, calendar)
}

/** 挂账: what had run is kept, and goes on when it is resumed. */
export function stopTime(time: RunningTime, now: Instant, calendar: WorkCalendar): RunningTime {
  const { wakeAt: _wake, ...rest } = time
  return { ...rest, from: now, spent: spentAt(time, now, calendar) }
}

export function resumeTime(
  time: RunningTime,
  now: Instant,
  shares: Shares,
  calendar: WorkCalendar,
): RunningTime {
  return withWake({ ...time, from: now }, shares, calendar)
}

/** 延期 by a share of the first limit. What is told anew is what lies ahead. */
export function extendTime(
  time: RunningTime,
  share: number,
  now: Instant,
  shares: Shares,
  calendar: WorkCalendar,
): RunningTime {
  const hours = time.limit.hours + time.firstHours * share
  const longer = { ...time, limit: { ...time.limit, hours } }
  const gone = spentAt(time, now, calendar) / hours
  const told = Math.max(0, ...shares.filter((one) => one <= gone))
  return withWake({ ...longer, told }, shares, calendar)
}

/** After those concerned were told at this share. */
export function toldAt(
  time: RunningTime,
  share: number,
  shares: Shares,
  calendar: WorkCalendar,
): RunningTime {
  return withWake({ ...time, told: share }, shares, calendar)
}

function spentAt(time: RunningTime, now: Instant, calendar: WorkCalendar): number {
  return time.spent + hoursBetween(time.from, now, time.limit.clock, calendar)
}

function withWake(time: RunningTime, shares: Shares, calendar: WorkCalendar): RunningTime {
  const { wakeAt: _old, ...rest } = time
  const next = shares.find((share) => share > time.told)
  return next === undefined ? rest : { ...rest, wakeAt: atShare(rest, next, calendar) }
}
