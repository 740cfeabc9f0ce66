/** A moment, in milliseconds since 1970 in UTC. The domain is handed it and never asks a clock. */
export type Instant = number

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** China keeps one time, UTC+8, without summer time. */
const CHINA_OFFSET_MS = 8 * HOUR_MS

/** Days since 1970-01-01 on the Chinese calendar. */
export function chinaDay(at: Instant): number {
  return Math.floor((at + CHINA_OFFSET_MS) / DAY_MS)
}

/** The hour of the day in China, 0 to 23. */
export function chinaHour(at: Instant): number {
  return Math.floor((at + CHINA_OFFSET_MS) / HOUR_MS) % 24
}

/** The first moment of that Chinese calendar day. */
export function startOfChinaDay(day: number): Instant {
  return day * DAY_MS - CHINA_OFFSET_MS
}

/** 2026-11-23: the day in China. */
export function chinaIsoDay(at: Instant): string {
  return new Date(at + CHINA_OFFSET_MS).toISOString().slice(0, 10)
}

/** 20261123: the form in which a matter's number carries its day. */
export function chinaDateDigits(at: Instant): string {
  return chinaIsoDay(at).replace(/-/g, '')
}
