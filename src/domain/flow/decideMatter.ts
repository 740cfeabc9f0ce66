import type { Actor } from '../access/actor'
import { dueAt, type WorkCalendar } from '../deadline/dueAt'
import type { Kind, TimeLimit } from '../kind/kind'
import type { ActionInput, Matter, MatterEvent, MatterMoved, MatterTask } from '../matter/matter'
import { refuse, type Refusal } from '../shared/refusal'
import type { Instant } from '../shared/instant'
import type { TaskId } from '../shared/ids'
import { checkForm } from './checkForm'
import type { ActionRow, DeadlineRow, FlowTable, StatusRow } from './flowTable'
import { formFor } from './formFor'
import { isPermitted } from './relation'

export type MatterCommand = {
  readonly action: string
  readonly input: ActionInput
  /** Minted by whoever calls, used when the action opens a task. */
  readonly taskId: TaskId
}

export type Surroundings = {
  readonly kind: Kind
  readonly calendar: WorkCalendar
  readonly now: Instant
}

/** The one engine: knows tables and no system by name. Events of one history row, or a refusal. */
export function decideMatter(
  flow: FlowTable,
  matter: Matter,
  command: MatterCommand,
  actor: Actor,
  { kind, calendar, now }: Surroundings,
): MatterEvent[] | Refusal {
  const somewhere = findAnywhere(flow, command.action)
  if (!somewhere) return refuse('matter.unknown-action', { action: command.action })
  const row = flow.statuses[matter.status]?.actions[command.action]
  const claimed = refuseClaimed(somewhere, matter, actor)
  if (!row && claimed) return claimed
  if (!isPermitted(row ?? withoutRelation(somewhere), matter, actor))
    return refuse('access.not-permitted')
  if (!row || !meetsCondition(row, matter, kind)) return refuseNow(flow, matter)
  const formRefusal = checkForm(formFor(row, matter), command.input)
  if (formRefusal) return formRefusal
  const next = getStatus(flow, row.to)
  const moved: MatterMoved = {
    type: 'MatterMoved',
    action: command.action,
    event: row.event,
    from: matter.status,
    to: row.to,
    by: actor.personId,
    at: now,
    input: command.input,
    ended: next.ended === true,
    ...saidIn(row, command.input),
    ...deadlineAfter(row, next, matter, { kind, calendar, now }),
    ...taskAfter(row, matter, command, actor, now),
    ...(row.task === 'finish' ? { handler: actor.personId } : {}),
  }
  const confirms = row.confirms && matter.confirmedAt === undefined
  return confirms ? [moved, { type: 'ReportConfirmed', by: actor.personId, at: now }] : [moved]
}

export function getStatus(flow: FlowTable, status: string): StatusRow {
  const row = flow.statuses[status]
  if (!row) throw new Error(`Flow ${flow.name} has no status ${status}`)
  return row
}

export function deadlineOf(
  status: StatusRow,
  { kind, calendar, now }: Surroundings,
  share = 1,
): { dueAt?: Instant } {
  if (!status.deadline) return {}
  const { hours, clock } = limitOf(status.deadline, kind)
  return { dueAt: dueAt(now, { hours: hours * share, clock }, calendar) }
}

function limitOf({ limit }: DeadlineRow, kind: Kind): TimeLimit {
  if (limit === 'kind.accept') return kind.accept
  if (limit === 'kind.handle') return kind.handle
  return limit[kind.urgency]
}

/** Whoever only adds to a matter where it stands does not push its deadline away; a new owner gets the time anew. */
function deadlineAfter(
  row: ActionRow,
  next: StatusRow,
  matter: Matter,
  surroundings: Surroundings,
): { dueAt?: Instant } {
  if (row.to !== matter.status || row.task === 'open')
    return deadlineOf(next, surroundings, row.deadlineShare)
  return matter.dueAt === undefined ? {} : { dueAt: matter.dueAt }
}

export function meetsCondition(row: ActionRow, matter: Matter, kind: Kind): boolean {
  const confirmsAgain = row.confirms && row.to === matter.status && matter.confirmedAt !== undefined
  return !confirmsAgain && (row.condition !== 'kind.selfClose' || kind.selfClose)
}

/** What the reporter is told in the words of whoever acted: only fields that say so. */
function saidIn(row: ActionRow, input: ActionInput): { said?: string } {
  const field = row.form.find(({ name, shownToReporter }) => shownToReporter && name in input)
  const said = field && input[field.name as 'note' | 'result' | 'reason']
  return said === undefined ? {} : { said }
}

/** Names come from outside: only an action that stands in a table is one, not what every object inherits. */
function findAnywhere(flow: FlowTable, action: string): ActionRow | undefined {
  return Object.values(flow.statuses)
    .flatMap(({ actions }) => Object.entries(actions))
    .find(([name]) => name === action)?.[1]
}

/** Whether the action is theirs at all is asked before whether it is its time; relations only hold in their status. */
function withoutRelation(row: ActionRow): Pick<ActionRow, 'permission' | 'relation'> {
  const keepsOut = row.relation === 'notHandler' || row.relation === 'uninvolved'
  return keepsOut ? { permission: row.permission } : row
}

/** Whoever comes second is told who has it, rather than that the time is wrong. */
function refuseClaimed(row: ActionRow, matter: Matter, actor: Actor): Refusal | undefined {
  const { task } = matter
  if (row.task !== 'claim' || task?.state !== 'claimed' || task.claimedBy === actor.personId)
    return undefined
  return refuse('task.already-claimed', { claimedBy: task.claimedBy, claimedAt: task.claimedAt })
}

function refuseNow(flow: FlowTable, matter: Matter): Refusal {
  const { title } = getStatus(flow, matter.status)
  return refuse('matter.action-not-allowed', { status: matter.status, statusTitle: title })
}

function taskAfter(
  row: ActionRow,
  matter: Matter,
  command: MatterCommand,
  actor: Actor,
  now: Instant,
): { task?: MatterTask } {
  if (row.task === 'open') return { task: openTask(command, now) }
  if (row.task === 'drop' || !matter.task) return {}
  return { task: changedTask(row.task, matter.task, actor, now) }
}

function openTask(command: MatterCommand, now: Instant): MatterTask {
  const { owner } = command.input
  if (!owner) throw new Error(`${command.action} opens a task and its form has no owner`)
  return { taskId: command.taskId, owner, state: 'open', openedAt: now }
}

function changedTask(
  change: 'claim' | 'resume' | 'finish' | undefined,
  task: MatterTask,
  actor: Actor,
  now: Instant,
): MatterTask {
  if (change === 'claim')
    return { ...task, state: 'claimed', claimedBy: actor.personId, claimedAt: now }
  if (change === 'resume') return { ...task, state: 'claimed' }
  if (change === 'finish') return { ...task, state: 'done' }
  return task
}
