import type { Words } from '../words'
import { act } from './act'
import { begin } from './begin'
import { bind } from './bind'
import { consent } from './consent'
import { contacts } from './contacts'
import { drafts } from './drafts'
import { emergency } from './emergency'
import { figures } from './figures'
import { follow } from './follow'
import { form } from './form'
import { grid } from './grid'
import { guide } from './guide'
import { guides } from './guides'
import { home } from './home'
import { matter } from './matter'
import { matters } from './matters'
import { me } from './me'
import { myData } from './myData'
import { news } from './news'
import { pin } from './pin'
import { place } from './place'
import { points } from './points'
import { queue } from './queue'
import { report } from './report'
import { room } from './room'
import { sent } from './sent'
import { signIn } from './signIn'
import { time } from './time'
import { visits } from './visits'
import { voice } from './voice'

/** The same in English, for whoever does not read Chinese. What the township itself writes stays Chinese. */
export const en: Words = {
  act,
  begin,
  bind,
  consent,
  contacts,
  drafts,
  emergency,
  figures,
  follow,
  form,
  grid,
  guide,
  guides,
  home,
  matter,
  matters,
  me,
  myData,
  news,
  pin,
  place,
  points,
  queue,
  report,
  room,
  sent,
  signIn,
  time,
  visits,
  voice,

  app: 'Lianxin',
  tabs: { home: 'Home', matters: 'Matters', me: 'Me' },
  comma: ', ',
  pause: ', ',
  chosen: (name: string) => `${name}, chosen`,
  about: (title: string, field: string) => `${title}: ${field}`,
  guest: 'Not signed in',
  offline: 'No network. What you wrote is on the phone and goes out when there is signal.',
  ended: 'The sign-in has ended; everything you wrote is kept. Tap here to sign in again.',
  unreachable: 'No connection. Here is what the phone has.',
  nothingKept:
    'No connection, so nothing can be seen now. It appears by itself when there is signal.',
  retry: 'Try again',
  loading: 'Opening',
  back: 'Back',
  cancel: 'No',
  urgency: { U1: '▲ Critical', U2: '◆ Urgent', U3: '● Normal', U4: '○ Service' },
}
