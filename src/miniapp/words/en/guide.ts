import type { Words } from '../words'

export const guide: Words['guide'] = {
  title: 'How it works',
  of: (step: number, all: number) => `${step} of ${all}`,
  next: 'Next',
  skip: 'Skip',
  start: 'Begin',
  officer: [
    {
      icon: 'camera',
      title: 'See it, photograph it',
      text: 'Tap the large button, take a photo, choose a kind, send. The place is found by itself.',
    },
    {
      icon: 'waiting',
      title: 'It works without signal',
      text: 'What you write stays on the phone and goes out by itself when there is signal. The strip below the button tells how much still waits.',
    },
    {
      icon: 'emergency',
      title: 'In an emergency, call first',
      text: '110, 119 and 120 are one tap away. After the call, tell the township.',
    },
    {
      icon: 'ok',
      title: 'You hear what became of it',
      text: 'Who handles it and by when stands in every report. Large type and this guide are under “Me”.',
    },
  ],
  worker: [
    {
      icon: 'day',
      title: 'Today comes first',
      text: 'The first page shows what is overdue, due today and new. Tap a number to see them.',
    },
    {
      icon: 'pool',
      title: 'Take a task',
      text: 'Under “To take” tap “I take it”. If somebody was first, you are told who.',
    },
    {
      icon: 'done',
      title: 'Done on the spot',
      text: 'What you can solve at once needs one photo and one sentence, and it is closed.',
    },
    {
      icon: 'waiting',
      title: 'It works without signal',
      text: 'Everything you do stays on the phone and goes out by itself when there is signal.',
    },
  ],
  resident: [
    {
      icon: 'write',
      title: 'Tell us',
      text: 'Tap the large button and write a few sentences, with photos if you like. The township answers.',
    },
    {
      icon: 'fraud',
      title: 'Ask before you pay',
      text: 'Not sure whether it is a scam, or how something is done? Ask; somebody answers.',
    },
    {
      icon: 'emergency',
      title: 'In an emergency, call first',
      text: '110, 119 and 120 are one tap away.',
    },
    {
      icon: 'ok',
      title: 'See how far it is',
      text: 'Under “Matters” you see who handles it and by when. Large type and this guide are under “Me”.',
    },
  ],
}
