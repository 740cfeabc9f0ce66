import type { ActionRow, FlowTable, NeedRow, StatusRow } from '@domain/flow/flowTable'
import { marksOf } from '@domain/flow/timeAfter'
import { effects, followsFrom } from './flowEffects'
import { formAnswers, formField } from './flowForms'
import {
  condition,
  due,
  holders,
  kindOfFlow,
  onlyWhen,
  percent,
  reader,
  told,
  whoMay,
} from './flowWords'

/** The printed page of one flow: its diagram with the Chinese names, and every status as a table. */
export function flowDocument(flow: FlowTable): string {
  const answers = formAnswers(flow)
  const parts = [
    `# ${flow.title} \`${flow.name}\``,
    `Printed by \`npm run docs\` from \`src/domain/flows/${flow.name}.ts\`, version ${flow.version} of the flow. Change the table, not this page.`,
    flow.purpose,
    diagram(flow),
    [...beginning(flow), ...privacy(flow), ...keeping(flow)].join(' '),
    ...(flow.kinds ? [['Kinds:', ...flow.kinds.map(kindOfFlow)].join('\n- ')] : []),
    ...Object.entries(flow.statuses).map(([name, status]) => statusSection(flow, name, status)),
    ...(answers.length > 0 ? ['## What the forms offer', answers.join('\n')] : []),
  ]
  return `${parts.join('\n\n')}\n`
}

function beginning({ report, begunBy }: FlowTable): string[] {
  const { photosMax, form, forwarded } = report
  const follows = followsFrom(report)
  return [
    `It begins with ${report.title}: ${holders(report.permission)}.`,
    `Filed at the ${report.at}.`,
    ...(report.onlyWhereHeld ? ['Only where that is held.'] : []),
    ...(report.placeless ? ['The place is not kept.'] : []),
    ...(begunBy ? [`Begun by the kinds ${begunBy.join(', ')}.`] : []),
    ...(photosMax === undefined ? [] : [`Photos: at most ${photosMax}.`]),
    ...(form.length > 0 ? [`It asks: ${form.map(formField).join('; ')}.`] : []),
    ...(report.needs ?? []).map(need),
    ...(follows.length > 0 ? [`At once: ${follows.join('; ')}.`] : []),
    ...(report.tells.length > 0 ? [`Told: ${told(report.tells)}.`] : []),
    `Forwarded: ${forwarded ? 'yes' : 'no'}.`,
  ]
}

/** What is asked only sometimes, and why. */
function need({ field, when, words }: NeedRow): string {
  return `\`${field}\` is asked when ${when.map(condition).join(' and ')}: “${words}”.`
}

function privacy(flow: FlowTable): string[] {
  const { sensitivity, openTo, openIn, openLists, keptTo, ringIn, ringOf } = flow
  const titles = (names: readonly string[]) =>
    names.map((name) => `${flow.statuses[name]?.title ?? name} \`${name}\``).join('、')
  return [
    ...(sensitivity ? [`At least ${sensitivity}.`] : []),
    ...(keptTo
      ? [`Beside those who work on it only these read it: ${keptTo.map(reader).join('; ')}.`]
      : []),
    ...(openTo ? [`Open to ${holders(openTo)} of the area.`] : []),
    ...(openIn ? [`Open only in ${titles(openIn)}.`] : []),
    ...(openLists
      ? [`They also read the lists ${openLists.map((list) => `\`${list}\``).join(', ')}.`]
      : []),
    ...(ringIn ? [`Those of the ring read it in ${titles(ringIn)}.`] : []),
    ...(ringOf ? [`The ring asks ${holders(ringOf)}.`] : []),
  ]
}

/** What the law fixes, and what is taken away after the end. */
function keeping({ limitsByLaw, mediaDays, forgets }: FlowTable): string[] {
  const forgotten = [...(forgets?.fields ?? []), ...(forgets?.lists ?? [])]
  return [
    ...(limitsByLaw ? ['Its times are set by law: no county makes them longer.'] : []),
    ...(mediaDays ? [`Photos are deleted ${mediaDays} days after the end.`] : []),
    ...(forgotten.length > 0
      ? [`With them go ${forgotten.map((name) => `\`${name}\``).join(', ')}.`]
      : []),
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
  const first = [flow.initial, ...(flow.report.begins ?? []).map(({ status }) => status)]
  const begins = first.map((status) => `  [*] --> ${status}: ${flow.report.title}`)
  return ['```mermaid', 'stateDiagram-v2', ...names, ...begins, ...steps, ...ends, '```'].join('\n')
}

const columns = ['action', 'who may', 'only', 'form', 'next', 'told', 'effects'] as const

function statusSection(flow: FlowTable, name: string, status: StatusRow): string {
  const heading = `## ${status.title} \`${name}\``
  const stage = status.stage ? ` Counts as the stage ${status.stage}.` : ''
  const parts = [heading, `The reporter reads: “${status.sentence}”. ${deadline(status)}${stage}`]
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
    effects(row).join('; '),
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
  const marks = marksOf(status).map(
    ({ share, tells, words }) => `${percent(share)} ${told(tells)}${words ? ` “${words}”` : ''}`,
  )
  return `Due: ${due(row)}. In charge: ${holders(row.warns)}. Told: ${marks.join('; ')}.`
}
