import { isDueToday, isOverdue, sayDue, sayTime } from '@miniapp/words/sayTime'

const now = new Date(2026, 10, 23, 15, 20).getTime()
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString()

test('times are said as people say them', () => {
  expect(sayTime(at(2026, 10, 23, 9, 5), now)).toBe('今天 09:05')
  expect(sayTime(at(2026, 10, 22, 23, 59), now)).toBe('昨天 23:59')
  expect(sayTime(at(2026, 10, 24, 18, 0), now)).toBe('明天 18:00')
  expect(sayTime(at(2026, 9, 3, 9, 0), now)).toBe('10月3日 09:00')
  expect(sayTime(at(2025, 11, 31, 9, 0), now)).toBe('2025年12月31日 09:00')
})

test('a deadline says what is left, then when, and then by how much it was missed', () => {
  expect(sayDue(at(2026, 10, 23, 15, 55), now)).toBe('还剩 35 分钟')
  expect(sayDue(at(2026, 10, 23, 17, 30), now)).toBe('还剩 2 小时')
  expect(sayDue(at(2026, 10, 24, 18, 0), now)).toBe('明天 18:00 前')
  expect(sayDue(at(2026, 10, 23, 13, 0), now)).toBe('已超时 2 小时')
  expect(sayDue(at(2026, 10, 20, 13, 0), now)).toBe('已超时 3 天')
})

test('what is overdue is not also due today, and what has no deadline is neither', () => {
  const morning = at(2026, 10, 23, 9, 0)
  const evening = at(2026, 10, 23, 20, 0)
  expect([isOverdue(morning, now), isDueToday(morning, now)]).toEqual([true, false])
  expect([isOverdue(evening, now), isDueToday(evening, now)]).toEqual([false, true])
  expect([isOverdue(undefined, now), isDueToday(undefined, now)]).toEqual([false, false])
})
