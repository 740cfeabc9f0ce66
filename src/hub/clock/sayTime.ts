import { chinaDay, DAY_MS, HOUR_MS, MINUTE_MS, type Instant } from '@domain/shared/instant'

const timeOfDay = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const monthAndDay = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'long',
  day: 'numeric',
})
const exact = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'long',
  timeStyle: 'medium',
  hourCycle: 'h23',
})
const dayWords: Readonly<Record<number, string>> = { [-1]: '昨天', 0: '今天', 1: '明天' }

/** As people say it: 今天 15:20, 昨天 09:05, 11月3日 15:20. */
export function sayMoment(at: Instant, now: Instant): string {
  const day = dayWords[chinaDay(at) - chinaDay(now)] ?? monthAndDay.format(at)
  return `${day} ${timeOfDay.format(at)}`
}

/** To the second, for whoever rests the pointer on it. */
export function sayExactly(at: Instant): string {
  return exact.format(at)
}

export type Deadline = {
  readonly words: string
  /** overdue: past · near: within half an hour · far. */
  readonly state: 'overdue' | 'near' | 'far'
}

const NEAR_MS = 30 * MINUTE_MS

export function sayDeadline(dueAt: Instant, now: Instant): Deadline {
  const left = dueAt - now
  if (left < 0) return { words: `已超 ${sayLength(-left)}`, state: 'overdue' }
  return { words: `还有 ${sayLength(left)}`, state: left <= NEAR_MS ? 'near' : 'far' }
}

/** From here on nobody plans by the minute, and the words leave room for what the matter is. */
const WHOLE_HOURS_FROM = 4

/** The two largest units: 3 天 4 小时, 16 小时, 2 小时 5 分钟, 12 分钟. */
export function sayLength(lengthMs: number): string {
  const days = Math.floor(lengthMs / DAY_MS)
  const hours = Math.floor((lengthMs % DAY_MS) / HOUR_MS)
  const minutes = Math.floor((lengthMs % HOUR_MS) / MINUTE_MS)
  if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`
  if (hours > 0)
    return minutes > 0 && hours < WHOLE_HOURS_FROM
      ? `${hours} 小时 ${minutes} 分钟`
      : `${hours} 小时`
  return minutes > 0 ? `${minutes} 分钟` : '不到 1 分钟'
}
