import type { Words } from '../words'

export const sent: Words['sent'] = {
  title: 'Where it is',
  arrived: (township: string) => `Delivered to ${township}`,
  onPhone: 'Still on the phone; it goes out when there is signal',
  onPhoneNext: 'No need to wait. Open the app where there is signal, and it goes out by itself.',
  number: 'Number',
  where: 'Place',
  next: 'What comes next',
  by: (time: string) => `somebody takes it by ${time}`,
  undo: (seconds: number) => `Take back (${seconds} s)`,
  withdraw: 'Take back',
  undone: 'Taken back, it was not sent',
  withdrawing: 'Taking back',
  withdrawn: 'Taken back',
  look: 'See the matter',
  home: 'To the first page',
}
