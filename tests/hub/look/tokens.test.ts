import { cssVariables } from '@hub/look/cssVariables'
import { readablePairs, tokens, type ColourName } from '@hub/look/tokens'

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const { colour } = tokens

test.each(readablePairs)('tired eyes can read %s on %s', (words, ground) => {
  expect(contrast(colour[words], colour[ground])).toBeGreaterThanOrEqual(4.5)
})

test.each<[ColourName, ColourName]>([
  ['edge', 'card'],
  ['edge', 'page'],
  ['primary', 'card'],
])('an officer can see where a field ends: %s on %s', (edge, ground) => {
  expect(contrast(colour[edge], colour[ground])).toBeGreaterThanOrEqual(3)
})

test('red is kept for what is most urgent, so an alarm is never taken for a typing error', () => {
  const reds = Object.entries(colour).filter(([, value]) => value === colour.u1)
  expect(reds.map(([name]) => name)).toEqual(['u1'])
})

test('style sheets take every colour from the same place as the buttons', () => {
  expect(cssVariables()['--colour-needs-you']).toBe(colour.needsYou)
  expect(cssVariables()['--space-m']).toBe('12px')
})
