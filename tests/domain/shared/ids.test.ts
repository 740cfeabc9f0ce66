import fc from 'fast-check'
import { UUID_RANDOM_BYTES, uuidV7 } from '@domain/shared/ids'

test('ids minted on phones are version 7 and sort by when they were minted', () => {
  const dice = fc.uint8Array({ minLength: UUID_RANDOM_BYTES, maxLength: UUID_RANDOM_BYTES })
  const moment = fc.integer({ min: 0, max: 2 ** 45 })
  fc.assert(
    fc.property(moment, moment, dice, dice, (a, b, left, right) => {
      expect(uuidV7(a, left)).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      )
      if (a < b) expect(uuidV7(a, left) < uuidV7(b, right)).toBe(true)
    }),
  )
})
