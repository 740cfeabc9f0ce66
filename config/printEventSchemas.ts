import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toJsonSchema } from '@valibot/to-json-schema'
import type { FlowTable } from '@domain/flow/flowTable'
import { allFlows } from '@domain/flows/allFlows'
import { MatterCloudEvent } from '@contract/webhooks/matterEvent'

/** Where receivers find one schema for each type of event that a flow forwards, and for a deadline that passed. */
export const eventSchemaFolder = join(__dirname, '../docs/events')

/** File name to content, as it is to stand in the folder. */
export function eventSchemas(): Map<string, string> {
  const types = allFlows.flatMap(forwardedEvents)
  return new Map([...types].map(([event, title]) => fileOf(event, title)))
}

function forwardedEvents(flow: FlowTable): [event: string, title: string][] {
  const actions = Object.values(flow.statuses).flatMap((status) => Object.values(status.actions))
  const events = new Map<string, string>()
  if (flow.report.forwarded) events.set('reported', flow.report.title)
  for (const { event, title, forwarded } of actions)
    if (forwarded && !events.has(event)) events.set(event, title)
  if (Object.values(flow.statuses).some((status) => status.deadline))
    events.set('overdue', '已超过期限')
  return [...events]
}

function fileOf(event: string, title: string): [name: string, content: string] {
  const type = `cn.lianxin.matter.${event}.v1`
  const shape = toJsonSchema(MatterCloudEvent, { typeMode: 'input', errorMode: 'ignore' })
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...shape,
    title: `${title}（${type}）`,
    properties: { ...shape.properties, type: { const: type } },
  }
  return [`${type}.json`, `${JSON.stringify(schema, null, 2)}\n`]
}

function writeEventSchemas(): void {
  mkdirSync(eventSchemaFolder, { recursive: true })
  for (const [name, content] of eventSchemas())
    writeFileSync(join(eventSchemaFolder, name), content)
}

if (require.main === module) writeEventSchemas()
