import dayjs from 'dayjs'
import { say } from './say'

const CLOCK = 'HH:mm'

/** As people say it: 今天 15:20, 昨天, 明天, 11月3日 09:00, and with the year when it is another one. */
export function sayTime(time: string, nowMs: number, words = say.time): string {
  const at = dayjs(time)
  const now = dayjs(nowMs)
  const near = nearOf(at, now)
  if (near) return `${words.near[near]} ${at.format(CLOCK)}`
  return at.format(`${at.isSame(now, 'year') ? words.day : words.dayOfYear} ${CLOCK}`)
}

type Near = 'before' | 'yesterday' | 'today' | 'tomorrow' | 'after'

const NEAR: Readonly<Record<number, Near>> = {
  [-2]: 'before',
  [-1]: 'yesterday',
  0: 'today',
  1: 'tomorrow',
  2: 'after',
}

function nearOf(at: dayjs.Dayjs, now: dayjs.Dayjs): Near | undefined {
  return NEAR[at.startOf('day').diff(now.startOf('day'), 'day')]
}

/** A day without a time: 今天, 明天, 11月3日. */
export function sayDay(day: string, nowMs: number): string {
  const at = dayjs(day)
  const now = dayjs(nowMs)
  const near = nearOf(at, now)
  const exact = at.format(at.isSame(now, 'year') ? say.time.day : say.time.dayOfYear)
  return near ? say.time.nearDay(say.time.near[near], exact) : exact
}

export function sayExactTime(time: string): string {
  return dayjs(time).format(`${say.time.dayOfYear} ${CLOCK}`)
}

/** 还剩 35 分钟 · 明天 18:00 前 · 已超时 2 小时 */
export function sayDue(dueAt: string, nowMs: number): string {
  const minutes = Math.round((dayjs(dueAt).valueOf() - nowMs) / 60_000)
  if (minutes < 0) return say.time.over(sayLength(-minutes))
  return minutes < HOURS_SHOWN * 60
    ? say.time.left(sayLength(minutes))
    : say.time.until(sayTime(dueAt, nowMs))
}

const HOURS_SHOWN = 3

function sayLength(minutes: number): string {
  if (minutes < 60) return say.time.minutes(minutes)
  const hours = Math.floor(minutes / 60)
  return hours < 24 ? say.time.hours(hours) : say.time.days(Math.floor(hours / 24))
}

export function isOverdue(dueAt: string | undefined, nowMs: number): boolean {
  return dueAt !== undefined && dayjs(dueAt).valueOf() < nowMs
}

export function isDueToday(dueAt: string | undefined, nowMs: number): boolean {
  return dueAt !== undefined && !isOverdue(dueAt, nowMs) && dayjs(dueAt).isSame(dayjs(nowMs), 'day')
}
