import { HOUR_MS, MINUTE_MS } from '../shared/instant'

/** Each bucket reaches so much further than the one before. */
const GROWTH = 1.025

/** What is said from the middle of a bucket is right within this share of it. */
export const BUCKET_WITHIN = 0.013

/** The bucket of a span of time: the first is up to a minute, each further one 2.5 % longer. */
export function spanBucket(ms: number): number {
  if (ms <= MINUTE_MS) return 0
  const bucket = Math.ceil(Math.log(ms / MINUTE_MS) / Math.log(GROWTH))
  // The logarithm of a boundary may come out a hair above the whole number it is.
  return ms <= boundary(bucket - 1) ? bucket - 1 : bucket
}

/** The hours that stand for a bucket, as far from its lower end as from its upper one. */
export function bucketHours(bucket: number): number {
  if (bucket === 0) return MINUTE_MS / HOUR_MS
  return Math.sqrt(boundary(bucket - 1) * boundary(bucket)) / HOUR_MS
}

function boundary(bucket: number): number {
  return MINUTE_MS * GROWTH ** bucket
}

/**
 * The hours within which this share of the spans ended: the nearest rank, so that the median of two is the shorter.
 * Nothing when there are none.
 */
export function quantileHours(
  buckets: ReadonlyMap<number, number>,
  share: number,
): number | undefined {
  const sorted = [...buckets].filter(([, count]) => count > 0).sort(([one], [other]) => one - other)
  const rank = Math.ceil(sorted.reduce((sum, [, count]) => sum + count, 0) * share)
  let seen = 0
  for (const [bucket, count] of sorted) {
    seen += count
    if (seen >= rank) return bucketHours(bucket)
  }
  return undefined
}
