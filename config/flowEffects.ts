import type { ActionRow, DeadlineChange, Effects } from '@domain/flow/flowTable'
import { percent, plain } from './flowWords'

/** What follows from an action or a report, in words for the printed page. */

export function effects(row: ActionRow): string[] {
  const { measure, primary } = row
  return [
    ...(primary ? ['shown first'] : []),
    ...followsFrom(row),
    ...workOf(row),
    ...namesOf(row),
    ...(row.deadline ? [`time: ${timeChange(row.deadline)}`] : []),
    ...(row.excuses ? ['excuses missed deadlines'] : []),
    row.forwarded
      ? `forwarded as \`cn.lianxin.matter.${row.event}.v1\``
      : `noted as \`${row.event}\``,
    ...(measure ? [`counted as ${measure}`] : []),
  ]
}

/** What a report and a later step have in common. */
export function followsFrom({ task, calls, adds, asks, sets, invites }: Effects): string[] {
  return [
    ...(task ? [`task: ${task}`] : []),
    ...(calls ? ['calls those named'] : []),
    ...(adds ? [`fills the list ${listed(adds)}`] : []),
    ...(sets ? [`remembers ${Object.entries(sets).map(remembered).join(', ')}`] : []),
    ...(invites ? [`\`${invites.people}\` read along until \`${invites.until}\``] : []),
    ...(asks ? [`asks \`${asks}\``] : []),
  ]
}

function listed(adds: NonNullable<Effects['adds']>): string {
  if ('field' in adds) return `\`${adds.list}\` from \`${adds.field}\``
  return `${adds.title} \`${adds.list}\` with ${adds.titles.join('、')}`
}

function remembered([name, value]: [string, unknown]): string {
  return value === null ? `no \`${name}\` any more` : `\`${name}\` ${plain(value)}`
}

/** Work on what is there already: rows, tasks of those called. */
function workOf({ confirms, ticks, rounds, step, rates }: ActionRow): string[] {
  return [
    ...(confirms ? ['confirms the report'] : []),
    ...(ticks
      ? [
          `does ${ticks.title ?? 'a row'} of \`${ticks.list}\`${ticks.again ? ' again and again' : ''}`,
        ]
      : []),
    ...(rounds ? [`does what is open of \`${rounds.list}\`${nextRound(rounds)}`] : []),
    ...(step ? [`notes \`${step}\` on the task of who is called`] : []),
    ...(rates === 'again' ? ['gives the one called their task back'] : []),
    ...(typeof rates === 'object' ? [`rates the one called by \`${rates.by}\``] : []),
  ]
}

function nextRound({ title, hours }: NonNullable<ActionRow['rounds']>): string {
  return hours === undefined ? ` (${title})` : `, next ${title} in ${hours} h`
}

/** What is begun, shown, counted or paid. */
function namesOf({ pays, enters, spawns, merges, replaces, publishes }: ActionRow): string[] {
  return [
    ...(pays ? [paid(pays)] : []),
    ...(enters ? [entered(enters)] : []),
    ...(spawns ? [begun(spawns)] : []),
    ...(merges ? ['joins it into another'] : []),
    ...(replaces ? [`its photo takes the place of \`${replaces.photo}\``] : []),
    ...(publishes
      ? [`publishes “${publishes.title}” with \`${publishes.words}\` to the ${publishes.to}`]
      : []),
  ]
}

function paid({ rule, to, points }: NonNullable<ActionRow['pays']>): string {
  const whom = to === 'reporter' ? 'the reporter' : `\`${to.named}\``
  const amount = points === 'kind.base' ? 'the points of the kind' : `${points} points`
  return `${amount} to ${whom} by \`${rule}\``
}

function entered({ roll, by, counts, secret }: NonNullable<ActionRow['enters']>): string {
  return [
    `enters the ${secret ? 'secret ' : ''}roll \`${roll}\` once`,
    ...(by ? [`for each \`${by}\``] : []),
    ...(counts ? [`counted by \`${counts}\``] : []),
  ].join(' ')
}

function begun({
  flow,
  kind,
  fields,
  text,
  speaksOfIt,
  amongWorkers,
}: NonNullable<ActionRow['spawns']>): string {
  const taken = Object.entries(fields ?? {}).map(([name, from]) => `\`${name}\` from \`${from}\``)
  return [
    `begins a \`${flow}\` of kind ${kind}`,
    ...(taken.length > 0 ? [`with ${taken.join(', ')}`] : []),
    ...(text ? [`in the words of \`${text}\``] : []),
    ...(speaksOfIt ? ['no less guarded'] : []),
    ...(amongWorkers ? ['not read by the reporter'] : []),
  ].join(' ')
}

function timeChange(change: DeadlineChange): string {
  if (typeof change === 'string') return change
  return 'restart' in change
    ? `${percent(change.restart)} of the next limit`
    : `${percent(change.extend)} of the limit more`
}
