import { HOUR_MS } from '@domain/shared/instant'

/** The last of these ends in abandonment, most of a day after the first. */
export const ATTEMPTS_MAX = 12

const FIRST_DELAY_MS = 5_000
const GROWTH = 3
const DELAY_MS_MAX = 6 * HOUR_MS
/** A hub that comes back is not met by all that waited in the same second. */
const JITTER = 0.2

/** 5 s, 15 s, 45 s … 6 h after the failed attempt of that number (from 1); `dice` in [0, 1). */
export function retryDelayMs(attempt: number, dice: number): number {
  const delay = Math.min(FIRST_DELAY_MS * GROWTH ** (attempt - 1), DELAY_MS_MAX)
  return Math.round(delay * (1 - JITTER + 2 * JITTER * dice))
}
