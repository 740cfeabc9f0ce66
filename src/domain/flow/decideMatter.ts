import type { Actor } from '../access/actor'
import { deskHolder, isDeskWork } from '../desk/deskHolder'
import { checkForm, type FormGround } from '../form/checkForm'
import { rowsOf, textOf } from '../form/formField'
import { evolveAll } from '../matter/evolveMatter'
import type { ActionInput, Matter } from '../matter/matter'
import type { MatterEvent } from '../matter/matterEvent'
import type { MatterId } from '../shared/ids'
import { DAY_MS, type Instant } from '../shared/instant'
import { refuse, type Refusal } from '../shared/refusal'
import { meets, type Around } from './condition'
import type { ActionRow, FlowTable } from './flowTable'
import { formFor } from './formFor'
import { getStatus } from './getStatus'
import { isMeant, LIST_ROWS_MAX, type Ticks } from './listsAfter'
import { entryKey, moveMatter } from './moveMatter'
import { isPermitted, keepsOut } from './relation'
import type { Surroundings } from './surroundings'
import { findRateable } from './tasksAfter'

export type MatterCommand = {
  readonly action: string
  readonly input: ActionInput
  /** The row of the history that whoever acts has seen; without it the newest is meant. */
  readonly seenVersion?: number
}

/** The one engine: knows tables and no system by name. Events of one history row, or a refusal. */
export function decideMatter(
  flow: FlowTable,
  matter: Matter,
  command: MatterCommand,
  actor: Actor,
  surroundings: Surroundings,
): MatterEvent[] | Refusal {
  const { action, input } = command
  const row = findAllowed(flow, matter, command, actor, surroundings)
  if ('refused' in row) return row
  const { now } = surroundings
  const refusal =
    checkForm(formFor(row, matter), input, groundOf(matter, now)) ??
    refuseSecond(row, matter, input, actor, surroundings)
  if (refusal) return refusal
  const events = moveMatter(flow, matter, { action, row, input, actor }, surroundings)
  return [...events, ...followUps(flow, matter, events, surroundings)]
}

/** A voice is no picture, and one that was replaced is out of use. */
function groundOf({ lists, photos }: Matter, now: Instant): FormGround {
  const pictures = photos.filter(({ medium, replacedBy }) => !medium && !replacedBy)
  return { now, lists, photos: pictures }
}

/** Permission is asked before whether it is its time, and its time before the form. */
function findAllowed(
  flow: FlowTable,
  matter: Matter,
  { action, seenVersion }: MatterCommand,
  actor: Actor,
  surroundings: Surroundings,
): ActionRow | Refusal {
  const somewhere = findAnywhere(flow, action)
  if (!somewhere) return refuse('matter.unknown-action', { action })
  const row = flow.statuses[matter.status]?.actions[action]
  const offered = row !== undefined && isOffered(row, action, matter, surroundings)
  const claimed = refuseClaimed(somewhere, matter, actor)
  if (!offered && claimed) return claimed
  if (!isPermitted(row ?? withoutRelation(somewhere), matter, actor, surroundings.now))
    return refuse('access.not-permitted')
  if (!row || !offered) return refuseNow(flow, matter)
  const elsewhere = refuseHeld(row, matter, actor, surroundings.now)
  if (elsewhere) return elsewhere
  if (seenVersion !== undefined && seenVersion !== matter.version)
    return refuse('matter.changed-meanwhile', { version: matter.version })
  return row
}

/** A colleague has it before them, or it is about to be joined to another. */
function refuseHeld(
  row: ActionRow,
  matter: Matter,
  actor: Actor,
  now: Instant,
): Refusal | undefined {
  if (matter.merging) return refuse('matter.merging', { into: matter.merging.number })
  const holder = deskHolder(matter, now)
  if (!holder || holder.by === actor.personId || row.relation === 'reporter') return undefined
  return isDeskWork(row.permission) ? refuse('matter.taken', { takenBy: holder.by }) : undefined
}

/** Is it the time for this action: its conditions hold, and it was not given too often or comes too late. */
export function isOffered(
  row: ActionRow,
  action: string,
  matter: Matter,
  around: Around & { readonly now: Instant },
): boolean {
  const confirmsAgain = row.confirms && row.to === matter.status && matter.confirmedAt !== undefined
  if (confirmsAgain || row.automatic) return false
  return isItsTime(row, action, matter, around)
}

/** The same, whoever or whatever gives the action. */
export function isItsTime(
  row: ActionRow,
  action: string,
  matter: Matter,
  around: Around & { readonly now: Instant },
): boolean {
  return inTime(row, action, matter, around.now) && meetsAll(row, matter, around)
}

function inTime(row: ActionRow, action: string, matter: Matter, now: Instant): boolean {
  if (row.atMost !== undefined && (matter.counts?.[action] ?? 0) >= row.atMost) return false
  const { withinDays } = row
  return withinDays === undefined || now <= (matter.endedAt ?? now) + withinDays * DAY_MS
}

export function meetsAll(row: ActionRow, matter: Matter, around: Around): boolean {
  return (row.when ?? []).every((condition) => meets(condition, matter, around))
}

/** What a form cannot know by itself: entered before, a row already done, a list that is full, into itself. */
function refuseSecond(
  row: ActionRow,
  matter: Matter,
  input: ActionInput,
  actor: Actor,
  { hasEntered }: Surroundings,
): Refusal | undefined {
  const { enters, ticks, adds, merges, rates } = row
  if (rates && !findRateable(rates, matter, input))
    return refuse('matter.form-wrong-value', { field: 'owner', title: row.title })
  if (enters && hasEntered?.(enters.roll, entryKey(enters.by, input, actor.personId)))
    return refuse('matter.entered-before')
  if (ticks && !ticks.again && isDone(matter, ticks, input)) return refuse('matter.row-done')
  const rows =
    adds && 'field' in adds
      ? (matter.lists?.[adds.list] ?? []).length + rowsOf(input, adds.field).length
      : 0
  if (rows > LIST_ROWS_MAX) return refuse('matter.list-full', { max: LIST_ROWS_MAX })
  if (merges && (textOf(input, 'into') as MatterId) === matter.id)
    return refuse('matter.cannot-join')
  return undefined
}

function isDone({ lists }: Matter, ticks: Ticks, input: ActionInput): boolean {
  const done = lists?.[ticks.list]?.filter(({ doneAt }) => doneAt !== undefined) ?? []
  return done.some((row) => isMeant(row, ticks, input))
}

/** Automatic actions may set off others; more than a few in a row is a table that runs in a ring. */
const FOLLOW_UPS_MAX = 5

/** What happens by itself as soon as it may: the twentieth sign-up sets the day, the last answer ends the calling. */
export function followUps(
  flow: FlowTable,
  matter: Matter,
  events: readonly MatterEvent[],
  surroundings: Surroundings,
): MatterEvent[] {
  const all = [...events]
  for (let turn = 0; turn < FOLLOW_UPS_MAX; turn++) {
    const now = evolveAll(matter, all)
    const next = now && findReady(flow, now, surroundings)
    if (!now || !next) break
    all.push(...moveMatter(flow, now, { ...next, input: {} }, surroundings))
  }
  return all.slice(events.length)
}

function findReady(flow: FlowTable, matter: Matter, around: Surroundings) {
  return Object.entries(getStatus(flow, matter.status).actions)
    .map(([action, row]) => ({ action, row }))
    .find(
      ({ action, row }) => row.automatic === 'onceTrue' && isItsTime(row, action, matter, around),
    )
}

/** Names come from outside: only an action that stands in a table is one, not what every object inherits. */
function findAnywhere(flow: FlowTable, action: string): ActionRow | undefined {
  return Object.values(flow.statuses)
    .flatMap(({ actions }) => Object.entries(actions))
    .find(([name]) => name === action)?.[1]
}

/** Whether the action is theirs at all is asked before whether it is its time; relations only hold in their status. */
function withoutRelation(row: ActionRow): Pick<ActionRow, 'permission' | 'relation'> {
  return keepsOut(row.relation) ? { permission: row.permission } : row
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
