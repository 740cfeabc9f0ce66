import fc from 'fast-check'
import { dueAt, plainCalendar, type WorkCalendar } from '@domain/deadline/dueAt'
import { hoursBetween } from '@domain/deadline/hoursBetween'
import { chinaDay } from '@domain/shared/instant'

const at = (text: string) => Date.parse(`${text}+08:00`)
const between = (from: string, to: string, calendar = plainCalendar) =>
  hoursBetween(at(from), at(to), 'working', calendar)

test('a night, a lunch and a weekend take nothing from the time a grid worker has', () => {
  expect(between('2026-11-23T09:00', '2026-11-23T15:30')).toBe(4)
  expect(between('2026-11-23T18:00', '2026-11-24T08:30')).toBe(0)
  expect(between('2026-11-27T17:00', '2026-11-30T09:30')).toBe(2)
})

test('an urgent matter uses up its hours also on a Sunday night', () => {
  expect(
    hoursBetween(at('2026-11-29T23:00'), at('2026-11-30T01:30'), 'elapsed', plainCalendar),
  ).toBe(2.5)
})

test.each(['working', 'elapsed'] as const)(
  'no %s time has passed when the end is not after the start',
  (clock) => {
    const monday = at('2026-11-23T10:00')
    expect(hoursBetween(monday, monday, clock, plainCalendar)).toBe(0)
    expect(hoursBetween(at('2026-11-24T10:00'), monday, clock, plainCalendar)).toBe(0)
  },
)

test('a holiday takes nothing and a shifted Saturday a whole day', () => {
  const calendar: WorkCalendar = {
    ...plainCalendar,
    holidays: new Set([chinaDay(at('2026-11-24T12:00'))]),
    shiftedWorkdays: new Set([chinaDay(at('2026-11-28T12:00'))]),
  }
  expect(between('2026-11-23T18:00', '2026-11-25T08:30', calendar)).toBe(0)
  expect(between('2026-11-27T18:00', '2026-11-30T08:30', calendar)).toBe(7)
})

const firstDay = chinaDay(at('2026-01-01T12:00'))
const moment = fc.integer({ min: at('2026-01-01T00:00'), max: at('2027-12-31T00:00') })
const day = fc.integer({ min: firstDay, max: firstDay + 800 })
const clock = fc.constantFrom('working', 'elapsed')

/** Up to three spans of whichever lengths, also meeting one another or midnight. */
const spans = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 6 })
  .map((minutes) => minutes.sort((a, b) => a - b))
  .map((sorted) =>
    sorted.flatMap((fromMinute, index) => {
      const toMinute = sorted[index + 1]
      return index % 2 === 0 && toMinute !== undefined ? [{ fromMinute, toMinute }] : []
    }),
  )

const anyCalendar: fc.Arbitrary<WorkCalendar> = fc.record({
  spans: fc.oneof(fc.constant(plainCalendar.spans), spans),
  holidays: fc.array(day, { maxLength: 40 }).map((days) => new Set(days)),
  shiftedWorkdays: fc.array(day, { maxLength: 20 }).map((days) => new Set(days)),
})

test('between the start of a limit and its end lie exactly the hours of the limit', () => {
  const hours = fc.double({ min: 0, max: 400, noNaN: true })
  fc.assert(
    fc.property(moment, hours, clock, anyCalendar, (from, limit, kind, calendar) => {
      const dayMinutes = calendar.spans.map((span) => span.toMinute - span.fromMinute)
      // A county that works a minute a day has no two years long enough.
      fc.pre(dayMinutes.reduce((sum, minutes) => sum + minutes, 0) >= 120)
      const end = dueAt(from, { hours: limit, clock: kind }, calendar)
      expect(Math.abs(hoursBetween(from, end, kind, calendar) - limit)).toBeLessThan(1e-6)
    }),
  )
})

test('what has passed and what is left make up the whole, wherever somebody looks', () => {
  fc.assert(
    fc.property(moment, moment, moment, clock, anyCalendar, (a, b, c, kind, calendar) => {
      const [start = 0, middle = 0, end = 0] = [a, b, c].sort((x, y) => x - y)
      const passed = hoursBetween(start, middle, kind, calendar)
      const left = hoursBetween(middle, end, kind, calendar)
      expect(passed + left).toBeCloseTo(hoursBetween(start, end, kind, calendar), 6)
    }),
  )
})
