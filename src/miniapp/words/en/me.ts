import type { Words } from '../words'

export const me: Words['me'] = {
  data: 'My data',
  dataValue: 'see, change, export, close',
  title: 'Me',
  language: 'Language',
  languages: { follow: 'As WeChat', zh: '中文', en: 'English' },
  followsBrowser: 'As the browser',
  languageAbout:
    'What the county and the township write (matters, statuses, forms, announcements) stays in Chinese.',
  guide: 'How it works, once more',
  large: 'Large type',
  largeOn: 'on',
  largeOff: 'off',
  points: 'Points',
  queue: 'Waiting to be sent',
  privacy: 'Privacy',
  signOut: 'Sign out',
  signOutAsk: 'What was not sent stays on the phone and goes out when you sign in again.',
  signIn: 'Sign in',
}
