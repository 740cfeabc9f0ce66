import type { Words } from '../words'

export const guides: Words['guides'] = {
  title: 'How to get things done',
  papers: 'What to bring',
  place: 'Where to go',
  ask: 'Call',
  call: (phone: string) => `Call ${phone} and ask`,
  callFailed: (phone: string) => `The call did not go out. The number is ${phone}`,
  none: 'There is no guide yet. Ask a question, and the township answers.',
  kept: 'No connection. This was kept on the phone the last time.',
}
