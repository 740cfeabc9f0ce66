import type { Words } from '../words'

export const matters: Words['matters'] = {
  boxes: {
    mine: 'Mine',
    pool: 'To take',
    done: 'Done',
    reports: 'Reported',
    around: 'Around me',
    grid: 'My grid',
    aboutMe: 'Who visited me',
  },
  empty: {
    mine: 'Nothing in your hands. Look under “To take”.',
    pool: 'Nothing waits to be taken.',
    done: 'Nothing done yet.',
    reports: 'Nothing reported yet. Tap the large button on the first page to report.',
    around:
      'Nothing near you is being discussed, signed up for or searched. When there is, it stands here.',
    grid: 'There is nothing to do in your grid.',
    aboutMe: 'Nobody has visited you, or whoever came did not write down your name.',
  },
  orders: { due: 'Due first', near: 'Nearest first' },
  locating: 'Locating',
  away: (metres: number) =>
    metres < 1000
      ? `about ${Math.max(10, Math.round(metres / 10) * 10)} m away`
      : `about ${(metres / 1000).toFixed(1)} km away`,
  noPlace: {
    denied:
      'The location may not be used; for now what is due first comes first. Allow it and try again; it stays on the phone.',
    unavailable:
      'The phone does not know where it is; for now what is due first comes first. Try again in the open.',
  },
  more: 'Pull on for earlier ones',
  noMore: 'There are no earlier ones',
  enough: (max: number) => `Only the newest ${max} stand here`,
  claim: 'I take it',
  claimed: 'Taken; it is under “Mine”',
  claimedBy: (name, time) => `${name} took it${time && ` ${time}`}`,
  doneBy: (name, time, did) =>
    `${name} was first, ${time}${did && `: “${did}”`}. What you wrote is still here`,
  claimUnknown: 'No answer came. Please tap once more; it is not done twice',
  claimQueued: 'Noted, not yet confirmed. It is asked for when there is signal',
  unconfirmed: 'Not yet confirmed. It is asked for when there is signal',
  guest: 'Sign in to see what you reported',
}
