import type { Words } from '../words'

export const points: Words['points'] = {
  title: 'Points',
  balance: 'Points now',
  staff: 'Reporting is part of the post and earns no points',
  entries: 'Entries',
  none: 'No points yet. They come once a report has been confirmed.',
  plus: (points: number) => (points > 0 ? `+${points}` : String(points)),
}
