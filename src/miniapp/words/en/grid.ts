import type { Words } from '../words'

export const grid: Words['grid'] = {
  title: 'My grid',
  drawn: 'Drawing of the grid',
  tiles: 'Map with streets',
  plain: 'Only the drawing',
  shown: (shown: number, all: number) =>
    shown === all
      ? `${shown} on the map`
      : `${shown} of ${all} on the map. The others are in the list below.`,
  none: 'There is nothing to do in your grid.',
  noOutline: 'The outline of the grid did not come; the map shows only where things are.',
  more: (count: number) => `See ${count} more`,
  point: (n: number, name: string) => `${n}, ${name}`,
  locate: 'Where am I',
  here: 'I am here',
}
