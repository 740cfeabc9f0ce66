import type { Words } from '../words'

export const matters: Words['matters'] = {
  boxes: { mine: 'Mine', pool: 'To take', done: 'Done', reports: 'Reported', around: 'Around me' },
  empty: {
    mine: 'Nothing in your hands. Look under “To take”.',
    pool: 'Nothing waits to be taken.',
    done: 'Nothing done yet.',
    reports: 'Nothing reported yet. Tap the large button on the first page to report.',
    around:
      'Nothing near you is being discussed, signed up for or searched. When there is, it stands here.',
  },
  more: 'Pull on for earlier ones',
  noMore: 'There are no earlier ones',
  enough: (max: number) => `Only the newest ${max} stand here`,
  claim: 'I take it',
  claimed: 'Taken; it is under “Mine”',
  claimedBy: (name: string) => `${name} has already taken it`,
  claimUnknown: 'No answer came. Please tap once more, it will not be taken twice',
  guest: 'Sign in to see what you reported',
}
