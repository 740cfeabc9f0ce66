import type { Words } from '../words'
import { count } from './count'

export const report: Words['report'] = {
  title: 'Report',
  closingTitle: 'Done on the spot',
  photos: 'Photos',
  camera: 'Camera',
  album: 'Album',
  photosFull: (max: number) => `At most ${count(max, 'photo')}`,
  removePhoto: (n: number) => `Remove photo ${n}`,
  photo: (n: number) => `Photo ${n}`,
  cameraFailed: 'The camera did not open. Choose from the album, or write first.',
  photosGone: (number: number) => `${count(number, 'photo')} could not be found and was taken out`,
  kind: 'What kind',
  changeKind: 'Another kind',
  search: 'Search by name or first letters',
  searchNone: 'Nothing found. Try another word, or look by group below',
  allKinds: 'All kinds',
  kindsMissing: 'The kinds are not on the phone yet. Please open this once where there is signal.',
  retry: 'Try again',
  place: 'Where',
  locating: 'Finding the place',
  located: (metres?: number) =>
    metres === undefined ? 'Place found' : `Place found, within about ${Math.round(metres)} m`,
  outside: 'This place is not in the county, please choose a grid',
  denied: 'The location is not allowed. Set a pin, allow it, or choose the grid',
  unavailable: 'The place was not found. Set a pin, try again, or choose the grid',
  openPermissions: 'Allow it',
  choosePlace: 'Choose grid',
  changePlace: 'Change',
  text: 'A few words (may be left out)',
  textHint: 'Such as: the second lamp at the village entrance is dark',
  ownName: 'Your name (asked only this once)',
  ownNameHint: 'The township answers you by it',
  needOwnName: 'Please write your name first, so that the township can answer you',
  result: 'How it was solved',
  resultTemplates: ['Solved on the spot', 'Talked out of it', 'Cleared away'],
  send: 'Send',
  sendClosing: 'Report and close',
  sending: 'Sending',
  needKind: 'Please choose a kind first',
  needPlace: 'Please choose the grid, so that the right people get it',
  areaOf: { village: 'Which village', township: 'Which township' },
  noArea: 'Please choose where it is',
  chooseArea: 'Choose',
  photosTooMany: (max: number) =>
    max === 0
      ? 'This kind takes no photos, please remove them'
      : `This kind takes at most ${count(max, 'photo')}, please remove some`,
  similar: 'Somebody nearby reported the same',
  similarOf: (metres: number, time: string, status: string) =>
    `${metres < 5 ? 'Right here' : `About ${metres} m from here`}, reported ${time}, ${status}`,
  reportAnyway: 'Report anyway',
  reportNot: 'Do not',
  reportNotAsk: 'This unfinished report leaves the phone.',
  similarLook: 'See it',
  needResult: 'Please write how it was solved',
  notMyGrid: 'Not in your grid',
  notMyGridAsk:
    'This place is not in your grid, so you cannot close it on the spot. You can report it, and the township sends somebody.',
  onlyReport: 'Report',
  same: 'The same, add mine',
  sameTitle: 'Joined to what somebody reported',
  sameChosen: 'Once sent, your photos and words are added to that matter',
  notSame: 'Not the same',
  saidBefore: (time: string, by: string, kind: string) => `${by} was here ${time} (${kind}).`,
  emergencyFirst: (number: string) =>
    number === '96110'
      ? 'Do not send money yet; call 96110 and ask'
      : `People first: call ${number}`,
  call: (number: string) => `Call ${number}`,
  photoNotKept:
    'There is no room left for this app on the phone, so it was not kept. Please go where there is signal and let what waits go out first; or write instead.',
  photoUnfit: {
    gone: 'A photo has disappeared from the phone and was not added. Your words are kept; please take another.',
    empty: 'This photo is empty and was not added. Your words are kept; please take another.',
    tooLarge:
      'This photo is too large even after shrinking and was not added. Please use the camera here, or another photo.',
    heic: 'This photo is in HEIC format, which the township cannot open, and was not added. Please use the camera here, or save it as JPG first.',
  },
  photosNotReady:
    'A photo or a voice cannot be read just now; it is still there. Please tap send again, or remove it.',
  notStored:
    'The phone has no room, so it was not sent. What you wrote is still in the draft; please free some room and send it again.',
  saved: 'What you write is kept by itself',
  notFound: 'This draft was sent or removed',
}
