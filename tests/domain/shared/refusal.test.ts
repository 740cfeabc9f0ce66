import { isRefusal, refuse } from '@domain/shared/refusal'
import { isSensitive } from '@domain/kind/kind'

test('a refusal is told from whatever else the rules may answer', () => {
  expect(isRefusal(refuse('access.not-permitted'))).toBe(true)
  expect(isRefusal(refuse('matter.list-full', { max: 200 }))).toBe(true)
  for (const other of [undefined, null, 'refused', 3, [], {}]) expect(isRefusal(other)).toBe(false)
})

test('only what concerns persons closely goes no further than those who may read it', () => {
  expect((['S0', 'S1', 'S2', 'S3'] as const).map(isSensitive)).toEqual([false, false, true, true])
})
