/**
 * The console's colours, sizes and spaces, in one place: Ant Design's theme and the CSS variables are both made from
 * here. Red belongs to U1 and to the overdue alone, so that it still means something at three in the morning.
 */
export const tokens = {
  colour: {
    primary: '#0B6E4F',
    onPrimary: '#FFFFFF',
    u1: '#B42318',
    u2: '#B54708',
    u3: '#175CD3',
    u4: '#475467',
    ok: '#067647',
    waiting: '#475467',
    needsYou: '#B54708',
    page: '#F5F6F5',
    card: '#FFFFFF',
    line: '#E3E6E4',
    text: '#12211B',
    quiet: '#4D5B55',
    overdueTint: '#FEF3F2',
    needsYouTint: '#FFF6ED',
    selectedTint: '#E7F1EC',
    /** The border of things one can type in or press: 3:1 against card and page. */
    edge: '#7D8A84',
  },
  type: { base: 14, section: 16, title: 20, number: 28, lineHeight: 1.5 },
  space: { xs: 4, s: 8, m: 12, l: 16, xl: 24, xxl: 32 },
  corner: 6,
  target: 32,
  motionMs: 150,
} as const

export type ColourName = keyof typeof tokens.colour

/** Words that must be read on a ground: each pair is held to 4.5:1 by a test. */
export const readablePairs: readonly (readonly [ColourName, ColourName])[] = [
  ['text', 'card'],
  ['text', 'page'],
  ['text', 'selectedTint'],
  ['text', 'overdueTint'],
  ['text', 'needsYouTint'],
  ['quiet', 'card'],
  ['quiet', 'page'],
  ['quiet', 'selectedTint'],
  ['quiet', 'overdueTint'],
  ['onPrimary', 'primary'],
  ['primary', 'card'],
  ['primary', 'page'],
  ['primary', 'selectedTint'],
  ['u1', 'card'],
  ['u1', 'overdueTint'],
  ['u1', 'selectedTint'],
  ['u2', 'card'],
  ['u2', 'selectedTint'],
  ['u3', 'card'],
  ['u3', 'selectedTint'],
  ['u4', 'card'],
  ['u4', 'selectedTint'],
  ['ok', 'card'],
  ['needsYou', 'card'],
  ['needsYou', 'needsYouTint'],
  ['quiet', 'needsYouTint'],
  ['primary', 'needsYouTint'],
  ['onPrimary', 'needsYou'],
]
