import { HOUR_MS, MINUTE_MS } from '../shared/instant'

/** What holds for whoever sits at the console; a phone in a drawer stays signed in. */
export const sessionRules = {
  /** 空闲: nobody touched it for so long. */
  consoleIdleMs: 30 * MINUTE_MS,
  /** A shift, however busy. */
  consoleLifeMs: 12 * HOUR_MS,
  /** 动态口令 once proved is good for so long. */
  provenForMs: 30 * MINUTE_MS,
} as const
