import fc from 'fast-check'
import { percentOf, sayCount, sayRate } from '@domain/figures/rate'

test('25,460 of 25,514 is 99.79 %, rounded half up, and not the 99.78 that cutting off gives', () => {
  const rate = { numerator: 25_460, denominator: 25_514 }
  expect(percentOf(rate)).toBe('99.79')
  expect(percentOf(rate)).not.toBe('99.78')
  expect(sayRate(rate)).toBe('99.79 %（25,460/25,514）')
})

test('a share of nothing is neither none nor all', () => {
  expect(percentOf({ numerator: 0, denominator: 0 })).toBeUndefined()
  expect(sayRate({ numerator: 0, denominator: 0 })).toBe('没有可算的')
})

test.each([
  [1, 800, '0.13'],
  [1, 8, '12.50'],
  [0, 7, '0.00'],
  [7, 7, '100.00'],
  [2, 3, '66.67'],
  [1, 20_000, '0.01'],
  [1, 20_001, '0.00'],
])('%d of %d is %s %%', (numerator, denominator, percent) => {
  expect(percentOf({ numerator, denominator })).toBe(percent)
})

test('what is shown is never further from the true share than half of its last digit', () => {
  const counts = fc.tuple(fc.nat(30_000_000), fc.integer({ min: 1, max: 30_000_000 }))
  fc.assert(
    fc.property(counts, ([one, other]) => {
      const [numerator, denominator] = [Math.min(one, other), other]
      // In whole numbers: |shown × denominator − 10,000 × numerator| is at most half of the denominator.
      const hundredths = Number(percentOf({ numerator, denominator })?.replace('.', ''))
      const off = hundredths * denominator - 10_000 * numerator
      expect(Math.abs(off) * 2).toBeLessThanOrEqual(denominator)
      if (Math.abs(off) * 2 === denominator) expect(off).toBeGreaterThan(0)
    }),
  )
})

test('large numbers are read in groups of three', () => {
  expect([0, 999, 1000, 25_514, 1_234_567].map(sayCount)).toEqual([
    '0',
    '999',
    '1,000',
    '25,514',
    '1,234,567',
  ])
})
