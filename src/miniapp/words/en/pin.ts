import type { Words } from '../words'

export const pin: Words['pin'] = {
  title: 'Set a pin',
  open: 'Set a pin',
  how: 'Touch the map where it is',
  beside: 'Outside your grids',
  roughly: 'Roughly is enough, words can say the rest',
  map: 'Map of the grids: a touch sets the pin. Without seeing it, use the four buttons below',
  step: (direction: string, metres: number) => `${metres} m ${direction}`,
  north: 'N',
  south: 'S',
  west: 'W',
  east: 'E',
  take: 'It is here',
  streets: 'Use the map with streets',
  noStreets: 'The map did not open, please use this one',
  noMap: 'There is no map of these grids on the phone. Please choose the grid first.',
  byHand: 'A pin you set yourself',
}
