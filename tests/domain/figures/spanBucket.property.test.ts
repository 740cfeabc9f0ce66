import fc from 'fast-check'
import { BUCKET_WITHIN, bucketHours, quantileHours, spanBucket } from '@domain/figures/spanBucket'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@domain/shared/instant'

const spans = fc.array(fc.integer({ min: MINUTE_MS, max: 400 * DAY_MS }), { minLength: 1 })

function bucketsOf(all: readonly number[]): Map<number, number> {
  const buckets = new Map<number, number>()
  for (const ms of all) buckets.set(spanBucket(ms), (buckets.get(spanBucket(ms)) ?? 0) + 1)
  return buckets
}

test.each([0.5, 0.9])('the hours at %d of any matters are right within 1.3 %%', (share) => {
  fc.assert(
    fc.property(spans, (all) => {
      const sorted = [...all].sort((one, other) => one - other)
      const exact = sorted[Math.ceil(all.length * share) - 1]! / HOUR_MS
      const said = quantileHours(bucketsOf(all), share)!
      expect(Math.abs(said - exact) / exact).toBeLessThanOrEqual(BUCKET_WITHIN)
    }),
  )
})

test('a longer time is never in a lower bucket, and each boundary lies in the bucket it ends', () => {
  for (let bucket = 1; bucket < 600; bucket++) {
    const end = MINUTE_MS * 1.025 ** bucket
    expect(spanBucket(end)).toBe(bucket)
    expect(spanBucket(end + 1)).toBe(bucket + 1)
  }
})

test('what ended within a minute is said to have taken a minute', () => {
  expect(quantileHours(new Map([[spanBucket(0), 3]]), 0.5)).toBeCloseTo(1 / 60, 10)
  expect(bucketHours(0)).toBe(1 / 60)
})

test('where nothing has ended there is no middle', () => {
  expect(quantileHours(new Map(), 0.5)).toBeUndefined()
  expect(quantileHours(new Map([[5, 0]]), 0.9)).toBeUndefined()
})
