import type { Words } from '../words'

export const figures: Words['figures'] = {
  title: 'The quality of my work',
  only: 'Only you see this. Nobody is ranked or compared.',
  month: (year: string, month: string) => `${year}-${month}`,
  earlier: 'The month before',
  now: 'This month',
  of: (count: number, of: number) => `${count} of ${of}`,
  none: 'You have taken on nothing this month.',
  cut: 'There is too much to count; only the latest part was counted.',
  names: {
    handled: 'Taken on and done',
    inTime: 'Done and never late',
    returned: 'Done, sent back before',
    reopened: 'Done and brought up again',
    rated: 'Done and rated',
    satisfied: 'Rated: satisfied',
    solved: 'Rated: solved',
  },
}
