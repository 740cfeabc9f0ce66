import type { Words } from '../words'
import { count } from './count'

export const queue: Words['queue'] = {
  title: 'Waiting to be sent',
  allSent: 'Everything was delivered',
  waiting: (number: number) => `${number} still on the phone`,
  photosWaiting: (number: number) => `${count(number, 'photo')} still on the phone`,
  sendingNow: 'Sending',
  needsYou: (number: number) => `${number} for you to look at`,
  sendNow: 'Send now',
  empty: 'Nothing waits. Everything was delivered.',
  state: {
    waiting: 'Still on the phone; it goes out when there is signal',
    sending: 'Sending',
    sent: 'Delivered to the township',
    'needs-you': 'Not accepted; everything you wrote is kept',
  },
  photosOnTheWay: (percent: number) => `The text is delivered, photos ${percent}%`,
  belongsToOther: 'Somebody else wrote this; it goes out when they sign in again',
  mend: 'Change and send',
  add: 'Send it as an addition',
  additionTo: (number) => `Addition to ${number}: `,
  cameBack: (words) => `It came back: ${words}`,
  letGo: 'Do not send',
  letGoAsk: 'This leaves the phone and cannot be found again.',
  seen: 'I see',
  photosLost: (number: number) =>
    `The text is delivered, but ${count(number, 'photo')} did not arrive. Please open the matter and add a photo.`,
  unreadable:
    'Another version wrote this and it cannot be read now. Please update the app; its contents can be copied.',
  more: (count: number) => `${count} more follow as these go out.`,
  copy: 'Copy contents',
  copied: 'Copied',
  full: 'Too much waits on the phone. Please send it where there is signal; this one is kept as a draft.',
  badgeMoving: 'Photos {sent}/{all} on their way',
  badgeWaiting: 'Photos on the phone to be sent: {waiting}',
  photoBadge: (number: number) => `${count(number, 'photo')} on the phone to be sent`,
}
