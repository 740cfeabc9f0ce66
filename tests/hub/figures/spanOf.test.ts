import { nameOfSpan, spanOf } from '@hub/figures/spanOf'

/** 1 March 2028 at one in the morning in China: February had 29 days, and in London it still has. */
const march = Date.parse('2028-02-29T17:00:00Z')

test.each([
  ['last30', '2028-02-01', '2028-03-01'],
  ['month', '2028-03-01', '2028-03-01'],
  ['lastMonth', '2028-02-01', '2028-02-29'],
  ['year', '2028-01-01', '2028-03-01'],
] as const)('%s is from %s to %s, by the days in China', (name, from, until) => {
  expect(spanOf(name, march)).toEqual({ from, until })
})

test('days that are nobody’s usual span have no name', () => {
  expect(nameOfSpan(spanOf('lastMonth', march), march)).toBe('lastMonth')
  expect(nameOfSpan({ from: '2028-02-03', until: '2028-02-29' }, march)).toBeUndefined()
})
