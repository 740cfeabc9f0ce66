import fc from 'fast-check'
import { dueAt, plainCalendar } from '@domain/deadline/dueAt'
import { chinaDay, HOUR_MS } from '@domain/shared/instant'

const at = (text: string) => Date.parse(`${text}+08:00`)
const working = (hours: number) => ({ hours, clock: 'working' as const })

test('an urgent limit counts every hour, also the night of a holiday', () => {
  expect(dueAt(at('2026-11-28T23:50'), { hours: 0.5, clock: 'elapsed' }, plainCalendar)).toBe(
    at('2026-11-29T00:20'),
  )
})

test('four working hours from nine in the morning end after the midday break', () => {
  expect(dueAt(at('2026-11-23T09:00'), working(4), plainCalendar)).toBe(at('2026-11-23T15:30'))
})

test('a report of Friday evening is due on Monday', () => {
  expect(dueAt(at('2026-11-27T20:00'), working(1), plainCalendar)).toBe(at('2026-11-30T09:30'))
})

test('a holiday is left out and a shifted Saturday is worked', () => {
  const calendar = {
    ...plainCalendar,
    holidays: new Set([chinaDay(at('2026-11-24T12:00'))]),
    shiftedWorkdays: new Set([chinaDay(at('2026-11-28T12:00'))]),
  }
  expect(dueAt(at('2026-11-23T17:00'), working(2), calendar)).toBe(at('2026-11-25T09:30'))
  expect(dueAt(at('2026-11-27T17:00'), working(2), calendar)).toBe(at('2026-11-28T09:30'))
})

test.each(['working', 'elapsed'] as const)(
  'a limit with nothing left on the %s clock is due at once, also on a Sunday',
  (clock) => {
    const sunday = at('2026-11-29T10:00')
    expect(dueAt(sunday, { hours: 0, clock }, plainCalendar)).toBe(sunday)
    expect(dueAt(sunday, { hours: -3, clock }, plainCalendar)).toBe(sunday)
  },
)

test('a later report and a longer limit are never due earlier', () => {
  const moment = fc.integer({ min: at('2026-01-01T00:00'), max: at('2027-12-31T00:00') })
  const hours = fc.double({ min: 0.05, max: 80, noNaN: true })
  fc.assert(
    fc.property(moment, moment, hours, hours, (a, b, h, k) => {
      const [early, late] = a < b ? [a, b] : [b, a]
      expect(dueAt(early, working(h), plainCalendar)).toBeLessThanOrEqual(
        dueAt(late, working(h), plainCalendar),
      )
      const [short, long] = h < k ? [h, k] : [k, h]
      expect(dueAt(a, working(short), plainCalendar)).toBeLessThanOrEqual(
        dueAt(a, working(long), plainCalendar),
      )
      expect(dueAt(a, working(h), plainCalendar)).toBeGreaterThanOrEqual(a + h * HOUR_MS - 1)
    }),
  )
})

test('a calendar without a single working day is a fault and not an endless wait', () => {
  expect(() => dueAt(0, working(1), { ...plainCalendar, spans: [] })).toThrow(/working time/)
})
