import type { Words } from '../words'

export const myData: Words['myData'] = {
  title: 'My data',
  guest: 'Signed in you see what the system holds of you.',
  name: 'Name',
  phone: 'Telephone',
  noPhone: 'Not given',
  matters: 'Reported',
  mattersOf: (count: number) => String(count),
  sessions: 'Signed in on',
  sessionsOf: (count: number) => (count === 1 ? '1 device' : `${count} devices`),
  correct: 'Change name and telephone',
  save: 'Save',
  saved: 'Changed',
  byCounty:
    'Your account is kept by the county. To change or close it, please ask the township centre.',
  askCorrect: 'Ask for a correction',
  askCorrectText:
    'What you hold of me is wrong, please correct it.\nMy name is:\nMy telephone is:\nMy post is:',
  consent: 'Consent',
  agreed: (version: string, time: string) => `✓ ${time}: agreed to the privacy notice (${version})`,
  withdrew: (version: string, time: string) => `○ ${time}: withdrew the consent (${version})`,
  noConsent: 'Nothing on record yet.',
  give: 'Agree to the privacy notice',
  giveYes: 'Agree',
  giveAsk:
    'A report uses your photos, your location and how to reach you. Only those who deal with it see them, and they are deleted in the time the rules set.',
  withdraw: 'Withdraw the consent',
  withdrawYes: 'Withdraw',
  withdrawAsk:
    'After that you can only read; what you have reported is carried to its end. You can agree again at any time.',
  readers: 'Who looked at my matters',
  readersHint: 'For matters about private things, every look is written down.',
  noReaders: 'Nobody has looked yet.',
  reader: (area: string, role: string) => [area, role].filter(Boolean).join(', '),
  readerAbout: (time: string, number: string) => `${time}: ${number}`,
  onPhones: 'Still on my phones',
  onPhonesHint:
    'A phone tells the township how much it has not delivered, since when and why; never what it says or where. It is deleted after 60 days without news.',
  phoneSaid: (time: string, items: number, media: number) =>
    items + media === 0
      ? `${time}: everything was delivered`
      : `${time}: texts ${items}, photos and recordings ${media}`,
  noPhoneSaid: 'No phone has said anything.',
  export: 'Export my data',
  exporting: 'Putting it together',
  exported: 'Copied; paste it where you want to keep it',
  exportedFile: 'Saved as a file',
  close: 'Close my account',
  closeAsk:
    'Name, telephone and WeChat are erased and every phone is signed out. This cannot be undone. What you have reported is carried to its end; the reporter reads “closed”.',
  closeUnsent: (count: number) =>
    `${count} not delivered yet; once the account is closed they cannot be sent.`,
  closed: 'Closed. The phone is empty too.',
  failed: 'There is no connection and nothing has changed. Please try again where there is signal.',
}
