import { readDocument } from './documents'

const operations = readDocument('docs/operations.md')
const settings = ['src/cloud/settings.ts', 'src/cloud/functions/functionSettings.ts'].map(
  readDocument,
)
const variables = new Set(
  settings.join('\n').match(/(?<=env\.|readNumber\(env, ')[A-Z][A-Z0-9_]+/g),
)

test.each([...variables])('whoever is on call can look up %s', (variable) => {
  expect(operations).toContain(`\`${variable}\``)
})

test('every variable of the settings was found', () => {
  expect(variables.size).toBeGreaterThan(15)
})
