import type { Actor } from '@domain/access/actor'
import { can, holds } from '@domain/access/actor'
import { townshipOf, villageOf, type AreaCode } from '@domain/area/areaCode'
import { plainCalendar } from '@domain/deadline/dueAt'
import { wakeAtOf } from '@domain/deadline/wakeAtOf'
import { availableActions } from '@domain/flow/availableActions'
import { meetsReport } from '@domain/flow/condition'
import { decideMatter } from '@domain/flow/decideMatter'
import { decideReport } from '@domain/flow/decideReport'
import { decideWake } from '@domain/flow/decideWake'
import type { FlowTable } from '@domain/flow/flowTable'
import type { Surroundings } from '@domain/flow/surroundings'
import type { Fields, FieldValue, FormField } from '@domain/form/formField'
import type { Kind } from '@domain/kind/kind'
import { evolveMatter } from '@domain/matter/evolveMatter'
import type { ActionInput, Matter, TaskOwner } from '@domain/matter/matter'
import type { MatterEvent } from '@domain/matter/matterEvent'
import type { MatterId } from '@domain/shared/ids'
import { DAY_MS, HOUR_MS, type Instant } from '@domain/shared/instant'
import { isRefusal, type Refusal } from '@domain/shared/refusal'
import { castOfAllSystems, grid, policeOfficer, village } from '../../support/people'
import { monday9, picture } from './play'

/**
 * Lets a matter of any table wander through whatever hands may take it: who acts, what they fill in and how the clock
 * moves is decided by throws of dice, so that a walk that fails is told by its throws.
 */
export type Wanderer = {
  readonly flow: FlowTable
  readonly kind: Kind
  readonly rows: (readonly MatterEvent[])[]
  readonly entered: Set<string>
  matter: Matter
  now: Instant
}

export type Step = {
  readonly by?: Actor
  readonly action?: string
  readonly input?: ActionInput
  readonly answer: readonly MatterEvent[] | Refusal
}

/** Throws in order; when they are used up every throw is 0. */
export type Dice = { roll(sides: number): number; readonly left: () => number }

export function diceOf(throws: readonly number[]): Dice {
  let at = 0
  return {
    roll: (sides) => (sides <= 1 ? 0 : (throws[at++] ?? 0) % sides),
    left: () => throws.length - at,
  }
}

/** Undefined where nobody of the cast may begin one with these throws. */
export function begin(flow: FlowTable, dice: Dice): Wanderer | undefined {
  const own = flow.kinds?.[dice.roll(flow.kinds.length)]
  const kind: Kind = { ...plainKind, flow: flow.name, ...own }
  const permission = own?.permission ?? flow.report.permission
  const reporters = castOfAllSystems.filter((actor) =>
    flow.report.onlyWhereHeld ? can(actor, permission, filedAt(flow)) : holds(actor, permission),
  )
  const reporter = reporters[dice.roll(reporters.length)]
  if (!reporter) throw new Error(`Nobody of the cast begins a ${flow.name}`)
  const fields = fill(flow.report.form, dice, monday9, {}, (code) =>
    can(reporter, permission, code),
  )
  if (!fields || lacksNeeded(flow, fields)) return undefined
  const wanderer = { flow, kind, rows: [], entered: new Set<string>(), now: monday9 }
  const filing = { areaCode: filedAt(flow), number: 'E1' }
  const fileIds = flow.report.photosMax === undefined ? [picture] : []
  const command = { matterId, text: '说的事', discoveredAt: monday9, fileIds, fields }
  const events = decideReport(flow, command, reporter, filing, around(wanderer))
  if (isRefusal(events)) throw new Error(`${flow.name} refuses a report: ${said(events)}`)
  const walking = wanderer as unknown as Wanderer
  write(walking, events)
  return walking
}

/** What the table asks only sometimes is left to the flow's own tests. */
function lacksNeeded({ report }: FlowTable, fields: Fields): boolean {
  const around = { now: monday9 }
  return (report.needs ?? []).some(
    ({ field, when }) =>
      !fields[field] &&
      when.every((condition) => meetsReport(condition, { fields, photos: [] }, around)),
  )
}

/** One throw in four moves the clock; else somebody does something they are offered. */
export function stepOn(wanderer: Wanderer, dice: Dice): Step {
  if (dice.roll(4) === 0) return sleep(wanderer, dice)
  const chosen = choose(wanderer, dice)
  if (!chosen) return sleep(wanderer, dice)
  const { by, action, form } = chosen
  const { lists, photos } = wanderer.matter
  const input = fill(form, dice, wanderer.now, lists, undefined, photos) as ActionInput | undefined
  if (!input) return { by, action, answer: [] }
  const answer = decide(wanderer, by, action, input)
  if (!isRefusal(answer)) write(wanderer, answer)
  return { by, action, input, answer }
}

/** Somebody by a throw, or whoever comes after them and has something to do. */
function choose(wanderer: Wanderer, dice: Dice) {
  const first = dice.roll(castOfAllSystems.length)
  const inTurn = [...castOfAllSystems.slice(first), ...castOfAllSystems.slice(0, first)]
  for (const by of inTurn) {
    const offers = offersTo(wanderer, by)
    const offer = offers[dice.roll(offers.length)]
    if (offer) return { by, ...offer }
  }
  return undefined
}

export function decide(wanderer: Wanderer, by: Actor, action: string, input: ActionInput) {
  const { flow, matter } = wanderer
  return decideMatter(flow, matter, { action, input }, by, around(wanderer))
}

export function offersTo(wanderer: Wanderer, by: Actor) {
  return availableActions(wanderer.flow, wanderer.matter, by, around(wanderer))
}

/** What the clock says at this moment, not yet written. */
export function wake({ flow, matter, ...rest }: Wanderer): MatterEvent[] {
  return decideWake(flow, matter, around(rest))
}

export function write(wanderer: Wanderer, events: readonly MatterEvent[]): void {
  if (events.length === 0) return
  wanderer.rows.push(frozen(events))
  wanderer.matter = frozen(
    evolveMatter(wanderer.rows.length > 1 ? wanderer.matter : undefined, events),
  )
  for (const event of events)
    if (event.type === 'RollEntered') wanderer.entered.add(`${event.roll} ${event.key}`)
}

/** To the next moment the clock has something to say, or some hours on. */
function sleep(wanderer: Wanderer, dice: Dice): Step {
  const next = wakeAtOf(wanderer.matter)
  const on = wanderer.now + [1, 5, 30, 200][dice.roll(4)]! * HOUR_MS
  wanderer.now = next !== undefined && dice.roll(2) === 0 ? Math.max(wanderer.now, next) : on
  const answer = wake(wanderer)
  write(wanderer, answer)
  return { answer }
}

function around({ kind, now, entered }: Pick<Wanderer, 'kind' | 'now' | 'entered'>): Surroundings {
  return {
    kind,
    calendar: plainCalendar,
    now,
    openChildren: 0,
    hasEntered: (roll, key) => entered.has(`${roll} ${key}`),
    childNumber: 'E2',
    newId: mint,
  }
}

let minted = 0
/** Ids differ; which they are plays no part. */
function mint(): string {
  return `00000000-0000-7000-8000-${String(++minted).padStart(12, '0')}`
}

const matterId = '00000000-0000-7000-8000-0000000000a1' as MatterId
const anotherMatter = '00000000-0000-7000-8000-0000000000a2'

const plainKind: Kind = {
  code: '0000',
  name: '一件事',
  category: '00',
  categoryName: '其他',
  urgency: 'U3',
  accept: { hours: 4, clock: 'working' },
  handle: { hours: 40, clock: 'working' },
  basePoints: 2,
  selfClose: true,
  sensitivity: 'S1',
  owner: '镇综治中心',
  flow: 'incident',
  version: 1,
}

function filedAt({ report }: FlowTable): AreaCode {
  if (report.at === 'grid') return grid
  return report.at === 'village' ? village : townshipOf(grid)
}

const areas: readonly AreaCode[] = [townshipOf(grid), villageOf(grid), grid, '441882118211']

const owners: readonly TaskOwner[] = [
  { kind: 'area', areaCode: village },
  { kind: 'area', areaCode: townshipOf(grid) },
  { kind: 'post', role: 'gridWorker', areaCode: grid },
  { kind: 'department', departmentCode: policeOfficer.posts[0]?.departmentCode ?? '' },
  ...castOfAllSystems.map(({ personId }) => ({ kind: 'person', personId }) as const),
]

/** A form as somebody might fill it in; undefined when a field has nothing to choose from. */
function fill(
  form: readonly FormField[],
  dice: Dice,
  now: Instant,
  lists: Matter['lists'],
  isOwn: (code: AreaCode) => boolean = () => true,
  photos: Matter['photos'] = [],
): Fields | undefined {
  const filled: Record<string, FieldValue> = {}
  for (const field of form) {
    if (!field.required && dice.roll(2) === 0) continue
    const value = valueFor(field, dice, { now, lists, isOwn, photos })
    if (value === undefined && field.required) return undefined
    if (value !== undefined) filled[field.name] = value
  }
  return filled
}

type Ground = {
  readonly now: Instant
  readonly lists: Matter['lists']
  readonly isOwn: (code: AreaCode) => boolean
  readonly photos: Matter['photos']
}

function valueFor(field: FormField, dice: Dice, ground: Ground): FieldValue | undefined {
  const { now, lists, isOwn, photos } = ground
  switch (field.type) {
    case 'text':
      return oneOf([...(field.templates ?? []), '说一句'], dice)?.slice(0, field.max)
    case 'phone':
      return '13800000000'
    case 'choice':
      return oneOf(field.choices ?? [], dice)?.value
    case 'yesNo':
      return dice.roll(2) === 0
    case 'consent':
      return true
    case 'number':
    case 'money':
      return Math.min(field.max, (field.min ?? 0) + dice.roll(3))
    case 'day':
      return new Date(now + daysAhead(field, dice) * DAY_MS).toISOString().slice(0, 10)
    case 'moment':
      return new Date(now + daysAhead(field, dice) * DAY_MS).toISOString()
    case 'photos':
      return [picture]
    case 'signature':
      return picture
    case 'place':
      return '112.3801,24.7852'
    case 'owner':
      return oneOf(ownersOfKind(field), dice)
    case 'owners':
      return [ownersOfKind(field)[dice.roll(owners.length)] ?? owners[0]!]
    case 'person':
      return oneOf(castOfAllSystems, dice)?.personId
    case 'people':
      return [oneOf(castOfAllSystems, dice)!.personId]
    case 'area':
      return oneOf(areas.filter(isOwn), dice)
    case 'matter':
      return anotherMatter
    case 'rows':
      return [{ title: '一条' }, { title: '两条', due: dayOf(now + 3 * DAY_MS) }]
    case 'photo':
      return photos.find(({ replacedBy }) => !replacedBy)?.fileId
    case 'row':
      return oneOf(lists?.[field.list ?? ''] ?? [], dice)?.key
  }
}

function ownersOfKind({ ownerKinds }: FormField): readonly TaskOwner[] {
  return ownerKinds ? owners.filter(({ kind }) => ownerKinds.includes(kind)) : owners
}

function daysAhead({ max }: FormField, dice: Dice): number {
  return Math.min(max, 1 + dice.roll(10))
}

function dayOf(moment: Instant): string {
  return new Date(moment).toISOString().slice(0, 10)
}

function oneOf<One>(all: readonly One[], dice: Dice): One | undefined {
  return all[dice.roll(all.length)]
}

/** Whoever writes to the past trips over it. */
function frozen<Thing>(thing: Thing): Thing {
  if (typeof thing !== 'object' || thing === null || Object.isFrozen(thing)) return thing
  Object.values(thing).forEach(frozen)
  return Object.freeze(thing)
}

function said({ refused, details }: Refusal): string {
  return `${refused} ${JSON.stringify(details)}`
}
