import type { Words } from '../words'

export const bind: Words['bind'] = {
  title: 'Link a work identity',
  forWhom: 'For staff',
  offer:
    'Do you work for the village or the township? Use your code to get your work identity, take tasks and do your work here.',
  decline: 'I am a resident',
  guest: 'Please sign in with WeChat first, then link.',
  now: 'You are now',
  who: (area: string, role: string, name: string) => [area, role, name].filter(Boolean).join(' '),
  code: 'Code (8 characters, upper or lower case)',
  hint: 'K7WM 3QXD',
  lookalike: 'There is no 0, 1, I or O in a code. Please look again.',
  length: (count: number) =>
    count === 0
      ? 'Please enter the code. If you have none, ask the county or the township centre.'
      : `A code has 8 characters and this has ${count}. Please check.`,
  submit: 'Link',
  working: 'Linking',
  scan: 'Scan it',
  scanFailed: 'The camera did not open. Please type what stands on the paper.',
  scanNone: 'There is no such code in it. Please type what stands on the paper.',
  unsent: (count: number) =>
    `${count} still not delivered. After linking they can no longer be sent as who you are now, so please send them first where there is signal.`,
  seeQueue: 'See what waits',
  unknown: 'No answer came. Please tap once more, it will not be linked twice.',
  done: 'Linked',
  youAre: (who: string) => `You are now ${who}.`,
  goHome: 'To the first page',
  afterTitle: 'After linking',
  after: [
    'This phone takes your work identity, and so does signing in with WeChat from now on.',
    'What you reported before goes on as usual under the old identity; you no longer see it here, and its points stay there.',
    'Unfinished drafts are still here. Go on writing, and they go out under your work identity.',
  ],
}
