import type { Words } from '../words'

export const place: Words['place'] = {
  title: 'Choose the grid',
  areaTitle: 'Choose the village',
  township: 'Which township',
  village: 'Which village',
  grid: 'Which grid',
  back: 'One level up',
  own: 'My grids',
  unreachable:
    'No network, and the grids of this township are not on the phone. Try again where there is signal.',
}
