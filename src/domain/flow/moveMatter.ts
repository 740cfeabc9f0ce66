import type { Actor } from '../access/actor'
import { numberOf, textOf, textsOf, type Fields, type FormField } from '../form/formField'
import type { ActionInput, Guest, Matter } from '../matter/matter'
import type { MatterEvent, MatterMoved } from '../matter/matterEvent'
import type { FileId, MatterId, PersonId } from '../shared/ids'
import { DAY_MS } from '../shared/instant'
import type { ActionRow, Effects, FlowTable } from './flowTable'
import { getStatus } from './getStatus'
import { listsAfter } from './listsAfter'
import type { Surroundings } from './surroundings'
import { tasksAfter } from './tasksAfter'
import { endOf, timeAfter } from './timeAfter'

export type Move = {
  readonly action: string
  readonly row: ActionRow
  readonly input: ActionInput
  /** Nobody for an automatic action. */
  readonly actor?: Actor
}

/** What an action that is allowed does, as events: the move first, then what goes with it. */
export function moveMatter(
  flow: FlowTable,
  matter: Matter,
  move: Move,
  surroundings: Surroundings,
): MatterEvent[] {
  const { row, actor } = move
  const { now } = surroundings
  const moved = movedEvent(flow, matter, move, surroundings)
  const events: MatterEvent[] = [moved]
  if (row.enters && actor) events.push(entry(row.enters, move, actor, now))
  if (row.confirms && matter.confirmedAt === undefined && actor)
    events.push({ type: 'ReportConfirmed', by: actor.personId, at: now })
  if (row.excuses && actor) events.push(...excuse(matter, actor, now))
  if (row.spawns) events.push(childOpened(row.spawns, surroundings))
  return events
}

function movedEvent(
  flow: FlowTable,
  matter: Matter,
  { action, row, input, actor }: Move,
  surroundings: Surroundings,
): MatterMoved {
  const { now, newId } = surroundings
  const by = actor?.personId
  const ended = getStatus(flow, row.to).ended === true
  const remembered = rememberedOf(row.form, row, input, matter.fields)
  const fields = { ...matter.fields, ...input } as Fields
  const hand = { now, newId, ...(actor ? { actor } : {}) }
  const lists = listsAfter(row, matter.lists, input, { now, ...(by === undefined ? {} : { by }) })
  return {
    type: 'MatterMoved',
    action,
    event: row.event,
    from: matter.status,
    to: row.to,
    ...(by === undefined ? {} : { by }),
    at: now,
    input,
    ended,
    ...saidIn(row, input),
    ...(ended ? {} : timeAfter(flow, row, matter, fields, surroundings)),
    ...tasksAfter(row, matter, input, hand),
    ...(row.task === 'finish' && by !== undefined ? { handler: by } : {}),
    ...(remembered ? { remembered } : {}),
    ...(lists ? { lists } : {}),
    ...peopleAfter(row, matter, input),
    ...(row.merges ? { joinedTo: textOf(input, 'into') as MatterId } : {}),
    ...replacedIn(row, matter, input),
    ...mediaEnd(flow, matter, ended, now),
  }
}

/** 重拍: what was asked for again is read from what the asking left to be remembered. */
function replacedIn({ replaces }: ActionRow, { fields }: Matter, input: ActionInput) {
  const photo = replaces && textOf(fields, replaces.photo)
  const [by] = input.photos ?? []
  return photo && by ? { replaced: { photo: photo as FileId, by } } : {}
}

/** Fields that say so, and what the row sets by itself. */
export function rememberedOf(
  form: readonly FormField[],
  { sets }: Pick<Effects, 'sets'>,
  input: Fields,
  before?: Fields,
): MatterMoved['remembered'] {
  const kept = form.filter(({ name, keeps }) => keeps && input[name] !== undefined)
  const entries = kept.map((field) => [field.name, keptValue(field, input, before)] as const)
  if (entries.length === 0 && !sets) return undefined
  return { ...Object.fromEntries(entries), ...sets }
}

function keptValue({ name, sums }: FormField, input: Fields, before: Fields | undefined) {
  const value = input[name]
  return sums && typeof value === 'number' ? value + (numberOf(before, name) ?? 0) : value
}

/** People whom a form names work on the matter from then on; guests only until their day. */
function peopleAfter(row: ActionRow, matter: Matter, input: ActionInput) {
  const named = partiesIn(
    row.form.filter(({ name }) => name !== row.invites?.people),
    input,
  )
  const parties = [...new Set([...(matter.parties ?? []), ...named])]
  const guests = guestsIn(row, matter, input)
  return {
    ...(named.length > 0 ? { parties } : {}),
    ...(guests ? { guests } : {}),
  }
}

export function partiesIn(form: readonly FormField[], input: Fields): PersonId[] {
  return form
    .filter(({ type, keeps, concerns }) => keeps && !concerns && isOfPeople(type))
    .flatMap(({ name }) => textsOf(input, name)) as PersonId[]
}

function isOfPeople(type: FormField['type']): boolean {
  return type === 'person' || type === 'people'
}

/** A guest without a day of leaving stays as long as guests do at most. */
const GUEST_DAYS = 30

function guestsIn({ invites }: ActionRow, matter: Matter, input: ActionInput): Guest[] | undefined {
  if (!invites) return undefined
  const until = endOf(textOf(input, invites.until)) ?? matter.receivedAt + GUEST_DAYS * DAY_MS
  const invited = textsOf(input, invites.people).map((id) => ({ personId: id as PersonId, until }))
  return [...(matter.guests ?? []), ...invited]
}

/** Counted from the end itself: what is still done at the end, as a rating, does not make photos live longer. */
function mediaEnd({ mediaDays }: FlowTable, { endedAt }: Matter, ended: boolean, now: number) {
  const ends = ended && endedAt === undefined && mediaDays !== undefined
  return ends ? { mediaUntil: now + mediaDays * DAY_MS } : {}
}

/** What the reporter is told in the words of whoever acted: only fields that say so. */
function saidIn(row: ActionRow, input: ActionInput): { said?: string } {
  const field = row.form.find(({ name, shownToReporter }) => shownToReporter && name in input)
  const said = field && textOf(input, field.name)
  const choice = field?.choices?.find(({ value }) => value === said)
  return said === undefined ? {} : { said: choice?.title ?? said }
}

function entry(
  { roll, by, counts }: NonNullable<ActionRow['enters']>,
  { input }: Move,
  { personId }: Actor,
  now: number,
): MatterEvent {
  const value = counts === undefined ? undefined : textOf(input, counts)
  const key = entryKey(by, input, personId)
  return {
    type: 'RollEntered',
    roll,
    key,
    by: personId,
    at: now,
    ...(value === undefined ? {} : { value }),
  }
}

/** Everybody once; or every household once, however its name was spaced. */
export function entryKey(by: string | undefined, input: Fields, personId: PersonId): string {
  return by === undefined ? personId : (textOf(input, by) ?? personId).replace(/\s/g, '')
}

function excuse({ late }: Matter, { personId }: Actor, now: number): MatterEvent[] {
  const open = (late ?? []).filter(({ excused }) => !excused)
  return open.map((one) => ({ type: 'LatenessExcused', late: one, by: personId, at: now }))
}

function childOpened(
  { flow }: NonNullable<ActionRow['spawns']>,
  { now, newId, childNumber }: Surroundings,
): MatterEvent {
  if (childNumber === undefined) throw new Error('A matter that begins another needs its number')
  const matterId = newId() as MatterId
  return { type: 'ChildOpened', matterId, number: childNumber, flow, at: now }
}
