import type { Words } from '../words'

export const news: Words['news'] = {
  title: 'News',
  line: 'News, announcements, around me',
  boxes: { notices: 'News', cards: 'Announcements', around: 'Around me' },
  empty: {
    notices: 'No news yet. When something moves in what you reported or handle, it stands here.',
    cards: 'The village and the township have announced nothing yet.',
  },
  levels: { yellow: '◆ Due soon', red: '▲ Overdue' },
  unseen: (count: number) => `${count} new`,
  published: (count: number) => `${count} announced`,
  open: 'See the matter',
  guest: 'Sign in to see your news',
}
