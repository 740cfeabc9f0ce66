import type { Tally } from './figuresOf'
import { bucketHours } from './spanBucket'

/** So many ended within these hours, and not within those before. */
export type SpreadBar = { readonly title: string; readonly count: number }

/** 办结用时分布: bars people know how to read, the last one open. */
const bars = [
  { title: '1 小时内', hours: 1 },
  { title: '1–4 小时', hours: 4 },
  { title: '4–24 小时', hours: 24 },
  { title: '1–3 天', hours: 72 },
  { title: '3–7 天', hours: 168 },
  { title: '7–15 天', hours: 360 },
  { title: '15–30 天', hours: 720 },
  { title: '30 天以上', hours: Infinity },
] as const

/** Each span falls whole into the bar of the middle of its bucket. */
export function spreadOf(tally: Tally): SpreadBar[] {
  const counts: number[] = bars.map(() => 0)
  for (const [figure, count] of tally) {
    if (!figure.startsWith('hours.')) continue
    const hours = bucketHours(Number(figure.slice('hours.'.length)))
    const place = bars.findIndex((bar) => hours <= bar.hours)
    counts[place] = (counts[place] ?? 0) + count
  }
  return bars.map(({ title }, place) => ({ title, count: counts[place] ?? 0 }))
}
