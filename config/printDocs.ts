import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { roles, type Permission } from '@domain/access/permissions'
import type {
  ActionRow,
  DeadlineRow,
  FlowTable,
  FormField,
  Listener,
  Relation,
  StatusRow,
} from '@domain/flow/flowTable'
import { allFlows } from '@domain/flows/allFlows'
import type { TimeLimit } from '@domain/kind/kind'
import { eventSchemaFolder, eventSchemas } from './printEventSchemas'

/** `npm run docs`: what is printed from the code, so that nobody keeps it by hand. */
export const flowFolder = join(__dirname, '../docs/flows')

/** File name to content, as it is to stand in the folder. */
export function flowDocuments(): Map<string, string> {
  return new Map(allFlows.map((flow) => [`${flow.name}.md`, flowDocument(flow)]))
}

function flowDocument(flow: FlowTable): string {
  const { report } = flow
  const parts = [
    `# ${flow.title} \`${flow.name}\``,
    `Printed by \`npm run docs\` from \`src/domain/flows/${flow.name}.ts\`, version ${flow.version} of the flow. Change the table, not this page.`,
    diagram(flow),
    `It begins with ${report.title}: ${holders(report.permission)}. Told: ${told(report.tells)}. Forwarded: ${yesNo(report.forwarded)}.`,
    ...Object.entries(flow.statuses).map(([name, status]) => statusSection(flow, name, status)),
  ]
  return `${parts.join('\n\n')}\n`
}

function diagram(flow: FlowTable): string {
  const names = Object.entries(flow.statuses).map(
    ([name, { title }]) => `  state "${title}" as ${name}`,
  )
  const steps = Object.entries(flow.statuses).flatMap(([from, { actions }]) =>
    Object.values(actions).map(({ to, title }) => `  ${from} --> ${to}: ${title}`),
  )
  const ends = Object.entries(flow.statuses)
    .filter(([, { ended }]) => ended)
    .map(([name]) => `  ${name} --> [*]`)
  const begin = `  [*] --> ${flow.initial}: ${flow.report.title}`
  return ['```mermaid', 'stateDiagram-v2', ...names, begin, ...steps, ...ends, '```'].join('\n')
}

const columns = [
  'action',
  'who may',
  'form',
  'next',
  'told',
  'forwarded',
  'confirms the report',
] as const

function statusSection(flow: FlowTable, name: string, status: StatusRow): string {
  const heading = `## ${status.title} \`${name}\``
  const parts = [heading, `The reporter reads: “${status.sentence}”. ${deadline(status)}`]
  const rows = Object.entries(status.actions).map(([action, row]) => actionRow(flow, action, row))
  if (rows.length > 0)
    parts.push([tableRow(columns), tableRow(columns.map(() => '---')), ...rows].join('\n'))
  return parts.join('\n\n')
}

function actionRow(flow: FlowTable, action: string, row: ActionRow): string {
  return tableRow([
    `${row.title} \`${action}\``,
    whoMay(row),
    row.form.length === 0 ? 'none' : row.form.map(formField).join('; '),
    `${flow.statuses[row.to]?.title ?? row.to} \`${row.to}\``,
    told(row.tells),
    row.forwarded ? `\`cn.lianxin.matter.${row.event}.v1\`` : 'no',
    yesNo(row.confirms === true),
  ])
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

const relationWords: Readonly<Record<Relation, string>> = {
  reporter: 'and reported it',
  taskOwner: 'and the task was given to them, their department or their area',
  assignee: 'and has claimed the task',
  notHandler: 'where the matter lies, and had no hand in handling it',
  uninvolved: 'where the matter lies, and neither reported nor handled it',
}

function whoMay({ permission, relation, condition }: ActionRow): string {
  const words = relation ? relationWords[relation] : 'where the matter lies'
  const only = condition ? '; only kinds that may be settled on the spot' : ''
  return `${holders(permission)} ${words}${only}`
}

function holders(permission: Permission): string {
  const titles = Object.values(roles)
    .filter(({ grants }) => (grants as readonly Permission[]).includes(permission))
    .map(({ title }) => title)
  return `whoever holds \`${permission}\` (${titles.join('、')})`
}

function formField({ title, name, type, required, max }: FormField): string {
  const sizes = { text: `, at most ${max} characters`, photos: `, at most ${max}`, owner: '' }
  return `${title} \`${name}\`${required ? '' : ', optional'}${sizes[type]}`
}

const listenerWords: Readonly<Record<Listener, string>> = {
  reporter: '上报人',
  assignee: '承办人',
  taskOwner: '接任务的人或部门',
  hub: '镇综治中心',
}

function told(listeners: readonly Listener[]): string {
  return listeners.map((listener) => listenerWords[listener]).join('、')
}

function deadline({ deadline: row, ended }: StatusRow): string {
  if (ended) return 'Nothing more can happen.'
  if (!row) return 'No deadline runs.'
  return `Due: ${limit(row)}. Warned: ${holders(row.warns)}.`
}

function limit({ limit: row }: DeadlineRow): string {
  if (row === 'kind.accept') return 'the time the kind gives for acceptance'
  if (row === 'kind.handle') return 'the time the kind gives for handling'
  return Object.entries(row)
    .map(([urgency, time]) => `${urgency} ${duration(time)}`)
    .join(', ')
}

const MINUTES_OF_AN_HOUR = 60

/** Under an hour people count minutes. */
function duration({ hours, clock }: TimeLimit): string {
  const amount = hours < 1 ? `${Math.round(hours * MINUTES_OF_AN_HOUR)} min` : `${hours} h`
  return clock === 'working' ? `${amount} of working time` : amount
}

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no'
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
