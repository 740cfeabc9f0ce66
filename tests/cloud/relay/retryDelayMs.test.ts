import fc from 'fast-check'
import { HOUR_MS } from '@domain/shared/instant'
import { ATTEMPTS_MAX, retryDelayMs } from '@cloud/relay/retryDelayMs'

test('every wait lies within a fifth of its plan and never beyond eight hours', () => {
  const attempt = fc.integer({ min: 1, max: ATTEMPTS_MAX })
  const dice = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  fc.assert(
    fc.property(attempt, dice, (number, thrown) => {
      const planned = retryDelayMs(number, 0.5)
      const delay = retryDelayMs(number, thrown)
      return delay >= planned * 0.79 && delay <= planned * 1.21 && delay < 8 * HOUR_MS
    }),
  )
})

test('a hub that is back after a minute has its events within the next three', () => {
  const waits = [1, 2, 3, 4].map((attempt) => retryDelayMs(attempt, 0.5))
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBe(200_000)
})
