import type { Words } from '../words'

export const room: Words['room'] = {
  tight: (percent: number) =>
    `The app has used ${percent}% of its room on the phone. Where there is signal, what waits goes out and the room comes back.`,
  filesFull:
    'The app’s room on the phone is full: no more photos for now, words still go, and everything you have is kept. Where there is signal, what waits goes out.',
  recordsFull:
    'The app’s room on the phone is full: nothing new can be sent, what you write is kept as a draft, and everything you have is kept. Where there is signal, what waits goes out.',
}
