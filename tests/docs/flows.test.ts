import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { flowDocuments, flowFolder } from '../../config/printDocs'

test('the printed flows are those the county works by today', () => {
  const printed = readdirSync(flowFolder).map((name) => [
    name,
    readFileSync(join(flowFolder, name), 'utf8'),
  ])
  expect(Object.fromEntries(printed)).toEqual(Object.fromEntries(flowDocuments()))
})
