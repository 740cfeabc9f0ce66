import type { Words } from '../words'
import { count } from './count'

export const time: Words['time'] = {
  near: {
    before: '2 days ago',
    yesterday: 'yesterday',
    today: 'today',
    tomorrow: 'tomorrow',
    after: 'in 2 days',
  },
  day: 'D MMM',
  dayOfYear: 'D MMM YYYY',
  nearDay: (near: string, exact: string) => `${near} (${exact})`,
  until: (time: string) => `by ${time}`,
  left: (length: string) => `${length} left`,
  over: (length: string) => `${length} overdue`,
  minutes: (number: number) => `${number} min`,
  hours: (number: number) => count(number, 'hour'),
  days: (number: number) => count(number, 'day'),
}
