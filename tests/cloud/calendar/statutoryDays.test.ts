import { dayOf } from '@cloud/calendar/dayOf'
import { publishedHolidays, publishedWorkdays } from '@cloud/calendar/publishedDays'
import { statutoryDays } from '@cloud/calendar/statutoryDays'

const dates = (days: Iterable<number>) =>
  [...days]
    .sort((a, b) => a - b)
    .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))

test.each([2025, 2026])('the notice of %s grants every day off that the law names', (year) => {
  const published = new Set(publishedHolidays)
  expect(dates([...statutoryDays(year)].filter((day) => !published.has(day)))).toEqual([])
  expect([...statutoryDays(year)].filter((day) => publishedWorkdays.includes(day))).toEqual([])
})

test('the days off of 2027 follow the moon, the sun and the law', () => {
  expect(dates(statutoryDays(2027))).toEqual([
    '2027-01-01',
    '2027-02-05',
    '2027-02-06',
    '2027-02-07',
    '2027-02-08',
    '2027-02-09',
    '2027-02-10',
    '2027-04-05',
    '2027-05-01',
    '2027-05-02',
    '2027-05-03',
    '2027-05-04',
    '2027-06-09',
    '2027-09-15',
    '2027-10-01',
    '2027-10-02',
    '2027-10-03',
    '2027-10-04',
    '2027-10-05',
  ])
})

test('端午 is kept once in a year with two fifth months, and 中秋 may fall on National Day', () => {
  const days = statutoryDays(2028)
  expect(days.has(dayOf('2028-05-28'))).toBe(true)
  expect(days.has(dayOf('2028-06-27'))).toBe(false)
  expect(days.has(dayOf('2028-10-03'))).toBe(true)
})
