import fc from 'fast-check'
import { isMatterNumber, matterNumber } from '@domain/matter/matterNumber'

const evening = Date.parse('2026-11-23T16:30:00Z')

test('a matter’s number carries county, the day in China and a serial', () => {
  expect(matterNumber(441882, evening, 17)).toMatch(/^E44188220261124000170*\d$/)
  expect(matterNumber(441882, evening, 123456)).toContain('20261124123456')
})

test('one digit misread over the telephone is noticed', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 99999 }),
      fc.integer({ min: 1, max: 19 }),
      fc.integer({ min: 1, max: 9 }),
      (serial, place, shift) => {
        const number = matterNumber(441882, evening, serial)
        expect(isMatterNumber(number)).toBe(true)
        const digit = (Number(number[place]) + shift) % 10
        expect(isMatterNumber(`${number.slice(0, place)}${digit}${number.slice(place + 1)}`)).toBe(
          false,
        )
      },
    ),
  )
})
