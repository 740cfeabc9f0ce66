import type { Words } from '../words'

export const visits: Words['visits'] = {
  title: 'Who visited me',
  hint: 'Visits by grid workers and village officers who wrote down your name. Open one to see why they came and what they noted, and to say what you think of it.',
  by: (name: string, role: string) => (role ? `${name} (${role})` : name),
}
