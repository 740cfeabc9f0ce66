import { isMatterNumber, matterNumber } from '@domain/matter/matterNumber'

const morning = Date.parse('2026-11-23T01:00:00Z')

test('the last digit is the one that any calculator of bank cards finds', () => {
  expect(matterNumber(441882, morning, 1)).toBe('E44188220261123000013')
  expect(matterNumber(441882, morning, 16)).toBe('E44188220261123000161')
  expect(matterNumber(441882, morning, 5)).toBe('E44188220261123000054')
})

test('nothing before, after or instead of a number makes one', () => {
  const number = matterNumber(441882, morning, 17)
  expect(isMatterNumber(number)).toBe(true)
  for (const other of [`x${number}`, `${number}x`, number.slice(1), '', 'E17'])
    expect(isMatterNumber(other)).toBe(false)
})
