import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { allFlows } from '@domain/flows/allFlows'
import { flowDocument } from './flowDocument'
import { eventSchemaFolder, eventSchemas } from './printEventSchemas'

/** `npm run docs`: what is printed from the code, so that nobody keeps it by hand. */
export const flowFolder = join(__dirname, '../docs/flows')

/** File name to content, as it is to stand in the folder. */
export function flowDocuments(): Map<string, string> {
  return new Map(allFlows.map((flow) => [`${flow.name}.md`, flowDocument(flow)]))
}

/** What is no longer printed is taken away, or it would be read as true. */
function fill(folder: string, documents: ReadonlyMap<string, string>): void {
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder)) if (!documents.has(name)) rmSync(join(folder, name))
  for (const [name, content] of documents) writeFileSync(join(folder, name), content)
}

if (require.main === module) {
  fill(flowFolder, flowDocuments())
  fill(eventSchemaFolder, eventSchemas())
}
