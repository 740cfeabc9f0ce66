import { sayDeadline, sayLength, sayMoment } from '@hub/clock/sayTime'
import { NOW } from '../support/givenMatter'

const at = (text: string) => Date.parse(`2026-11-${text}+08:00`)

test('an officer reads a time as people say it, in Chinese time wherever the machine stands', () => {
  expect(sayMoment(at('23T15:20:00'), NOW)).toBe('今天 15:20')
  expect(sayMoment(at('22T23:59:00'), NOW)).toBe('昨天 23:59')
  expect(sayMoment(at('24T00:05:00'), NOW)).toBe('明天 00:05')
  expect(sayMoment(at('03T08:00:00'), NOW)).toBe('11月3日 08:00')
})

test('an officer sees by how much a deadline is missed', () => {
  expect(sayDeadline(NOW - 12 * 60_000, NOW)).toEqual({ words: '已超 12 分钟', state: 'overdue' })
  expect(sayDeadline(NOW + 12 * 60_000, NOW)).toEqual({ words: '还有 12 分钟', state: 'near' })
  expect(sayDeadline(NOW + 26 * 3_600_000, NOW)).toEqual({
    words: '还有 1 天 2 小时',
    state: 'far',
  })
})

test('the last minute is not called zero', () => {
  expect(sayLength(20_000)).toBe('不到 1 分钟')
  expect(sayLength(125 * 60_000)).toBe('2 小时 5 分钟')
})

test('half a day away no minutes are counted', () => {
  expect(sayLength((16 * 60 + 36) * 60_000)).toBe('16 小时')
})
