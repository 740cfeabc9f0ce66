import { readDocument, tableRows } from './documents'

const architecture = readDocument('docs/architecture.md')

test('every rule between the rooms is told under its own name', () => {
  const rules = readDocument('config/dependency-cruiser.cjs').matchAll(/name: '([\w-]+)'/g)
  const names = [...rules].map(([, name = '']) => name)
  expect(names.length).toBeGreaterThan(5)
  for (const name of names) expect(architecture).toContain(`### ${name}\n`)
})

const limits = tableRows(sectionOf('Limits')).slice(1)

test.each(limits)('the limit “%s” is still %s in %s', (_what, code, file) => {
  expect(readDocument(unquoted(file ?? ''))).toContain(unquoted(code ?? ''))
})

function sectionOf(heading: string): string {
  return architecture.split(/^## /m).find((section) => section.startsWith(heading)) ?? ''
}

function unquoted(cell: string): string {
  return cell.replace(/^`|`$/g, '')
}
