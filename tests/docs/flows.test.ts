import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { flowDocuments, flowFolder } from '../../config/printDocs'

test.each([...flowDocuments()])('%s says what the county works by today', (name, page) => {
  expect(readFileSync(join(flowFolder, name), 'utf8')).toBe(page)
})

test('no page is left of a flow that the county does not work by', () => {
  expect(readdirSync(flowFolder).sort()).toEqual([...flowDocuments().keys()].sort())
})
