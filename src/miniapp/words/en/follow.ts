import type { Words } from '../words'

export const follow: Words['follow'] = {
  title: 'Follow a matter',
  code: 'Code (on the receipt and on the page of the matter)',
  hint: 'E44188220261123000016-ABCDE-FGHJK',
  look: 'Look',
  looking: 'Looking',
  scan: 'Scan the QR code',
  scanFailed: 'The camera did not open. Please type what is on the paper.',
  empty: 'Please type the code, or scan the QR code.',
  unknown: 'There is no connection. Please look again where there is signal.',
  nothingPrivate:
    'No name, words, photo or exact place is shown here. Whoever has this code can look.',
  onlyState:
    'This matter is about people; only how far it has come is shown. Whoever reported it sees everything after signing in.',
  township: 'Where',
  received: 'Received',
  due: 'Due',
  ended: 'Closed',
  number: 'Number',
  steps: 'Steps',
  own: 'Code to follow it',
  ownHint: 'For your family: how far it has come, without signing in',
  copied: 'The code is copied',
  copy: 'Copy',
  show: 'Show the QR code',
  hide: 'Hide the QR code',
  picture: (code: string) => `QR code with the code ${code}`,
}
