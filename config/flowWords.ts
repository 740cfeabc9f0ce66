import { roles, type Permission } from '@domain/access/permissions'
import type { Condition } from '@domain/flow/condition'
import type { ActionRow, DeadlineRow, FlowKind, Reader } from '@domain/flow/flowTable'
import type { Listener } from '@domain/flow/listener'
import type { Relation } from '@domain/flow/relation'
import type { TimeLimit } from '@domain/kind/kind'

/** What the parts of a table say, in words for the printed page. */

const relationWords: Readonly<Record<Extract<Relation, string>, string>> = {
  reporter: 'who reported it',
  parentReporter: 'who reported the matter it belongs to',
  taskOwner: 'to whom the task was given',
  assignee: 'who has the task',
  called: 'who is called',
  answering: 'who answers a call',
  notHandler: 'there, who had no hand in handling it',
  uninvolved: 'there, who neither reported nor handled it',
  neighbour: 'who lives or works there',
  ring: 'of the ring',
  guest: 'who is a guest',
}

export function whoMay(row: ActionRow): string {
  const { permission, relation, automatic } = row
  if (automatic === 'answer') return 'the system outside that was asked'
  if (automatic === 'onceTrue') return 'nobody: by itself as soon as it holds'
  if (automatic) return `nobody: by itself at ${percent(automatic.share)} of the time`
  if (relation === undefined) return `${holders(permission)} there`
  if (typeof relation === 'object') return `${holders(permission)} named in \`${relation.named}\``
  return `${holders(permission)} ${relationWords[relation]}`
}

export function holders(permission: Permission): string {
  const titles = Object.values(roles)
    .filter(({ grants }) => (grants as readonly Permission[]).includes(permission))
    .map(({ title }) => title)
  return `${titles.join('、')} (\`${permission}\`)`
}

export function onlyWhen({ when, atMost, withinDays }: ActionRow): string {
  return [
    ...(when ?? []).map(condition),
    ...(atMost === undefined ? [] : [`at most ${atMost} time${atMost === 1 ? '' : 's'}`]),
    ...(withinDays === undefined ? [] : [`within ${withinDays} days of the end`]),
  ].join('; ')
}

export function condition(one: Condition): string {
  return typeof one === 'string'
    ? `\`${one}\``
    : Object.entries(one)
        .map(([key, value]) => `${key} \`${plain(value)}\``)
        .join(' ')
}

/** A value of a field as the history writes it. */
export function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join(', ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const listenerWords: Readonly<Record<Extract<Listener, string>, string>> = {
  reporter: '上报人',
  assignee: '承办人',
  taskOwner: '接任务的人或部门',
  called: '协办',
  inCharge: '管这一步的人',
  hub: '镇综治中心',
  county: '县里',
  ring: '被问到的网格员',
  area: '那里的网格员',
}

export function told(listeners: readonly Listener[]): string {
  return listeners
    .map((listener) => {
      if (typeof listener === 'string') return listenerWords[listener] ?? listener
      return 'roll' in listener ? `名册 \`${listener.roll}\`` : `\`${listener.named}\``
    })
    .join('、')
}

/** A kind that only this flow knows, with its times. */
export function kindOfFlow(kind: FlowKind): string {
  const { code, name, urgency, accept, handle, sensitivity, basePoints, permission, icon } = kind
  return [
    `${code} ${name}`,
    urgency,
    `accepted within ${duration(accept)}`,
    `handled within ${duration(handle)}`,
    ...(sensitivity ? [`at least ${sensitivity}`] : []),
    ...(basePoints === undefined ? [] : [`${basePoints} points`]),
    ...(permission ? [`begun only by ${holders(permission)}`] : []),
    ...(icon ? [`drawn as \`${icon}\``] : []),
  ].join(', ')
}

export function reader(one: Reader): string {
  return one === 'parentReporter' ? relationWords.parentReporter : holders(one)
}

/** The limit, and for whom it is shorter. */
export function due({ limit: row, shorter }: DeadlineRow): string {
  if (!shorter) return limit(row)
  const { field, is, share } = shorter
  return `${limit(row)}, ${percent(share)} of it where \`${field}\` is \`${plain(is)}\``
}

function limit(row: DeadlineRow['limit']): string {
  if (row === 'kind.accept') return 'the time the kind gives for acceptance'
  if (row === 'kind.handle') return 'the time the kind gives for handling'
  if ('until' in row)
    return `${row.hoursBefore ? `${row.hoursBefore} h before` : 'when'} \`${row.until}\` says`
  if ('clock' in row) return duration(row)
  return Object.entries(row)
    .map(([urgency, time]) => `${urgency} ${duration(time)}`)
    .join(', ')
}

const MINUTES_OF_AN_HOUR = 60
const HOURS_OF_A_DAY = 24

/** Under an hour people count minutes, over two days they count days. */
function duration({ hours, clock }: TimeLimit): string {
  if (clock === 'working') return `${hours} h of working time`
  if (hours < 1) return `${Math.round(hours * MINUTES_OF_AN_HOUR)} min`
  return hours > 2 * HOURS_OF_A_DAY ? `${hours / HOURS_OF_A_DAY} days` : `${hours} h`
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
