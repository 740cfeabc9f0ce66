import { readFileSync } from 'node:fs'
import { filesBelow, readDocument, root } from './documents'

const glossary = readDocument('docs/glossary.md')

test.each(domainNouns())('%s has its word in the glossary', (noun) => {
  expect(glossary).toContain(`\`${noun}\``)
})

test('every word of the glossary has its Chinese, its name in code and a sentence', () => {
  const rows = glossary
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
  const incomplete = rows.filter((row) =>
    row
      .split('|')
      .slice(1, -1)
      .some((cell) => cell.trim() === ''),
  )
  expect(incomplete).toEqual([])
  expect(rows.length).toBeGreaterThan(50)
})

function domainNouns(): string[] {
  const sources = filesBelow('src/domain').filter((file) => file.endsWith('.ts'))
  const found = sources.flatMap((file) => [
    ...readFileSync(`${root}/${file}`, 'utf8').matchAll(/^export (?:type|interface|class) (\w+)/gm),
  ])
  return [...new Set(found.map(([, noun = '']) => noun))].sort()
}
