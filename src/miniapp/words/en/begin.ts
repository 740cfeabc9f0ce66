import type { Words } from '../words'

export const begin: Words['begin'] = {
  title: 'More to do',
  none: 'There is nothing for you to begin right now. To report something, tap the large button on the first page.',
}
