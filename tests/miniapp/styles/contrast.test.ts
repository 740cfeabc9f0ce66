import { readFileSync } from 'node:fs'
import path from 'node:path'

const file = path.resolve(__dirname, '../../../src/miniapp/styles/tokens.scss')
const tokens = new Map(
  [...readFileSync(file, 'utf8').matchAll(/^\$([\w-]+): (#[0-9a-f]{6});/gm)].map(
    ([, name, colour]) => [name, colour],
  ),
)

function colourOf(name: string): string {
  const colour = tokens.get(name)
  if (!colour) throw new Error(`There is no token ${name}`)
  return colour
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(colourOf(one)), luminance(colourOf(other))].sort(
    (a, b) => a - b,
  )
  return (light + 0.05) / (dark + 0.05)
}

test.each([
  ['on-primary', 'primary'],
  ['primary', 'card'],
  ['primary', 'page'],
  ['text', 'page'],
  ['text', 'card'],
  ['quiet', 'page'],
  ['quiet', 'card'],
  ['quiet', 'line'],
  ['u1', 'card'],
  ['u1', 'page'],
  ['u1', 'alarm-tint'],
  ['u2', 'card'],
  ['u3', 'card'],
  ['u4', 'card'],
  ['ok', 'card'],
  ['ok', 'page'],
  ['waiting', 'card'],
  ['waiting', 'page'],
  ['needs-you', 'card'],
  ['needs-you', 'needs-you-tint'],
  ['text', 'needs-you-tint'],
  ['quiet', 'needs-you-tint'],
])('an officer of sixty can read %s on %s', (words, ground) => {
  expect(contrast(words, ground)).toBeGreaterThanOrEqual(4.5)
})
