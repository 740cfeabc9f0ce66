import dayjs from 'dayjs'

const CLOCK = 'HH:mm'

/** As people say it: 今天 15:20, 昨天, 明天, 11月3日 09:00, and with the year when it is another one. */
export function sayTime(time: string, nowMs: number): string {
  const at = dayjs(time)
  const now = dayjs(nowMs)
  const days = at.startOf('day').diff(now.startOf('day'), 'day')
  const near = NEAR[days]
  if (near) return `${near} ${at.format(CLOCK)}`
  return at.format(at.isSame(now, 'year') ? `M月D日 ${CLOCK}` : `YYYY年M月D日 ${CLOCK}`)
}

const NEAR: Readonly<Record<number, string>> = {
  [-2]: '前天',
  [-1]: '昨天',
  0: '今天',
  1: '明天',
  2: '后天',
}

/** A day without a time: 今天, 明天, 11月3日. */
export function sayDay(day: string, nowMs: number): string {
  const at = dayjs(day)
  const now = dayjs(nowMs)
  const near = NEAR[at.startOf('day').diff(now.startOf('day'), 'day')]
  const exact = at.format(at.isSame(now, 'year') ? 'M月D日' : 'YYYY年M月D日')
  return near ? `${near}（${exact}）` : exact
}

export function sayExactTime(time: string): string {
  return dayjs(time).format(`YYYY年M月D日 ${CLOCK}`)
}

/** 还剩 35 分钟 · 明天 18:00 前 · 已超时 2 小时 */
export function sayDue(dueAt: string, nowMs: number): string {
  const minutes = Math.round((dayjs(dueAt).valueOf() - nowMs) / 60_000)
  if (minutes < 0) return `已超时 ${sayLength(-minutes)}`
  return minutes < HOURS_SHOWN * 60 ? `还剩 ${sayLength(minutes)}` : `${sayTime(dueAt, nowMs)} 前`
}

const HOURS_SHOWN = 3

function sayLength(minutes: number): string {
  if (minutes < 60) return `${minutes} 分钟`
  const hours = Math.floor(minutes / 60)
  return hours < 24 ? `${hours} 小时` : `${Math.floor(hours / 24)} 天`
}

export function isOverdue(dueAt: string | undefined, nowMs: number): boolean {
  return dueAt !== undefined && dayjs(dueAt).valueOf() < nowMs
}

export function isDueToday(dueAt: string | undefined, nowMs: number): boolean {
  return dueAt !== undefined && !isOverdue(dueAt, nowMs) && dayjs(dueAt).isSame(dayjs(nowMs), 'day')
}
