import type { Words } from '../words'

export const drafts: Words['drafts'] = {
  title: 'Unfinished',
  all: (count) => `${count} unfinished: see them all`,
  empty: 'Nothing is unfinished. What you begin is kept here by itself.',
  photos: (count) => (count === 1 ? '1 photo' : `${count} photos`),
  dropped: 'One was taken away',
  undo: 'Undo',
  unreadable:
    'Another version wrote this and it cannot go on now. It can after an update; its content can be copied.',
}
