import type { ActionRow, FlowTable, StatusRow } from '@domain/flow/flowTable'
import { marksOf } from '@domain/flow/timeAfter'
import { effects, formField, holders, limit, onlyWhen, percent, told, whoMay } from './flowWords'

/** The printed page of one flow: its diagram with the Chinese names, and every status as a table. */
export function flowDocument(flow: FlowTable): string {
  const { report, kinds, begunBy } = flow
  const parts = [
    `# ${flow.title} \`${flow.name}\``,
    `Printed by \`npm run docs\` from \`src/domain/flows/${flow.name}.ts\`, version ${flow.version} of the flow. Change the table, not this page.`,
    flow.purpose,
    diagram(flow),
    [
      `It begins with ${report.title}: ${holders(report.permission)}.`,
      `Filed at the ${report.at}.`,
      ...(begunBy ? [`Begun by the kinds ${begunBy.join(', ')}.`] : []),
      ...(kinds ? [`Kinds: ${kinds.map(({ code, name }) => `${code} ${name}`).join(', ')}.`] : []),
      ...(report.form.length > 0 ? [`It asks: ${report.form.map(formField).join('; ')}.`] : []),
      ...privacy(flow),
      `Told: ${told(report.tells)}. Forwarded: ${report.forwarded ? 'yes' : 'no'}.`,
    ].join(' '),
    ...Object.entries(flow.statuses).map(([name, status]) => statusSection(flow, name, status)),
  ]
  return `${parts.join('\n\n')}\n`
}

function privacy(flow: FlowTable): string[] {
  return [
    ...(flow.sensitivity ? [`At least ${flow.sensitivity}.`] : []),
    ...(flow.openTo ? [`Open to ${holders(flow.openTo)} of the area.`] : []),
    ...(flow.mediaDays ? [`Photos are deleted ${flow.mediaDays} days after the end.`] : []),
  ]
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

const columns = ['action', 'who may', 'only', 'form', 'next', 'told', 'effects'] as const

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
    onlyWhen(row),
    row.form.map(formField).join('; '),
    `${flow.statuses[row.to]?.title ?? row.to} \`${row.to}\``,
    told(row.tells),
    effects(row, flow),
  ])
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function deadline(status: StatusRow): string {
  const { deadline: row, ended } = status
  if (ended) return 'The work is done.'
  if (!row) return 'No deadline runs.'
  if (row === 'continues') return 'The time that was running runs on.'
  const marks = marksOf(status).map(({ share, tells }) => `${percent(share)} ${told(tells)}`)
  return `Due: ${limit(row)}. In charge: ${holders(row.warns)}. Told: ${marks.join('; ')}.`
}
