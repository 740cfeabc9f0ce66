import { DAY_MS } from '@domain/shared/instant'

/** `2026-10-01` as a Chinese calendar day, counted as `chinaDay` counts. */
export function dayOf(date: string): number {
  return Date.parse(`${date}T00:00Z`) / DAY_MS
}

export function yearOf(day: number): number {
  return new Date(day * DAY_MS).getUTCFullYear()
}
