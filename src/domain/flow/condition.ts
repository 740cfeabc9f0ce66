import { numberOf, type Fields, type FieldValue } from '../form/formField'
import type { Kind } from '../kind/kind'
import type { Matter } from '../matter/matter'
import { DAY_MS, chinaHour, type Instant } from '../shared/instant'

/**
 * What must be true of a matter for an action to be offered. childrenEnded: matters that belong to it have ended ·
 * wasLate: some deadline was missed and nobody has excused it · calledSigned: all who were called have taken their tasks ·
 * calledAnswered: and answered · calledRated: and every answer was rated · photographed: it came with a photo.
 */
export type Condition =
  | 'kind.selfClose'
  | 'overdue'
  | 'wasLate'
  | 'notConfirmed'
  | 'confirmed'
  | 'hasTask'
  | 'taskOpen'
  | 'childrenEnded'
  | 'calledSigned'
  | 'calledAnswered'
  | 'calledRated'
  | ReportCondition
  /** Kinds by code, or by the first digits of it. */
  | { readonly kinds: readonly string[] }
  /** So many have entered; by name: as many as the field says. */
  | { readonly roll: string; readonly reaches: number | string }
  /** There is room: fewer have entered. */
  | { readonly roll: string; readonly below: number | string }
  /** All who were called have come so far, or have answered already. */
  | { readonly calledStep: string }
  /** A checklist is all done, or still has open rows. */
  | { readonly list: string; readonly done: boolean }
  /** Some of its rows are open, or none are: nothing to do is nothing open. */
  | { readonly list: string; readonly open: boolean }
  /** The first of its open rows is this one: steps in the order of work. */
  | { readonly list: string; readonly next: string }

/** What can be held against a report that is still being written: the phone asks the same before it is sent. */
export type ReportCondition =
  | 'photographed'
  | { readonly field: string; readonly is: FieldValue }
  | { readonly field: string; readonly isNot: FieldValue }
  | { readonly field: string; readonly given: boolean }
  /** By the county's clock it is earlier in the day than the first hour, or the second has struck. */
  | { readonly outsideHours: readonly [from: number, to: number] }
  /** Another matter of the flow, in the same village, said the same in this field no more than so many days before. */
  | { readonly seenBefore: string; readonly days: number }

/** What the matter itself does not carry. `now` is the moment that is judged: of a report when it was seen. */
export type Around = {
  readonly kind: Kind
  readonly now: Instant
  readonly openChildren?: number
  /** When another matter last said the same in this field. */
  readonly lastWith?: (field: string) => Instant | undefined
}

export function meets(condition: Condition, matter: Matter, around: Around): boolean {
  if (isOfReport(condition)) return meetsReport(condition, matter, around)
  if (typeof condition === 'string') return meetsWord(condition, matter, around)
  if ('kinds' in condition) return condition.kinds.some((code) => matter.kind.startsWith(code))
  if ('calledStep' in condition) return haveStepped(matter, condition.calledStep)
  return 'list' in condition ? meetsList(condition, matter) : meetsRoll(condition, matter)
}

function isOfReport(condition: Condition): condition is ReportCondition {
  if (typeof condition === 'string') return condition === 'photographed'
  return 'field' in condition || 'outsideHours' in condition || 'seenBefore' in condition
}

export function meetsReport(
  condition: ReportCondition,
  { fields, photos }: { readonly fields?: Fields | undefined; readonly photos: readonly unknown[] },
  { now, lastWith }: Pick<Around, 'now' | 'lastWith'>,
): boolean {
  if (typeof condition === 'string') return photos.length > 0
  if ('field' in condition) return meetsField(condition, fields)
  if ('outsideHours' in condition) {
    const [from, to] = condition.outsideHours
    return chinaHour(now) < from || chinaHour(now) >= to
  }
  const last = lastWith?.(condition.seenBefore)
  return last !== undefined && last <= now && now - last <= condition.days * DAY_MS
}

function meetsList(
  condition: Extract<Condition, { readonly list: string }>,
  { lists }: Matter,
): boolean {
  const rows = lists?.[condition.list] ?? []
  const open = rows.filter(({ doneAt }) => doneAt === undefined)
  if ('next' in condition) return open[0]?.title === condition.next
  if ('open' in condition) return condition.open === open.length > 0
  return condition.done === (rows.length > 0 && open.length === 0)
}

function meetsRoll(
  condition: Extract<Condition, { readonly roll: string }>,
  { fields, rolls }: Matter,
): boolean {
  const limit = 'reaches' in condition ? condition.reaches : condition.below
  const wanted = typeof limit === 'number' ? limit : numberOf(fields, limit)
  if (wanted === undefined) return false
  const count = rolls?.[condition.roll]?.count ?? 0
  return 'reaches' in condition ? count >= wanted : count < wanted
}

function haveStepped({ called = [] }: Matter, step: string): boolean {
  const hasStepped = called.map(({ state, steps }) => state === 'done' || steps?.[step])
  return called.length > 0 && hasStepped.every(Boolean)
}

type Word = Exclude<Extract<Condition, string>, 'photographed'>

function meetsWord(word: Word, matter: Matter, { kind, openChildren }: Around): boolean {
  const called = matter.called ?? []
  switch (word) {
    case 'kind.selfClose':
      return kind.selfClose
    case 'overdue':
      return matter.overdueSince !== undefined
    case 'wasLate':
      return matter.late?.some(({ excused }) => !excused) ?? false
    case 'confirmed':
      return matter.confirmedAt !== undefined
    case 'notConfirmed':
      return matter.confirmedAt === undefined
    case 'taskOpen':
      return matter.task?.state === 'open'
    case 'hasTask':
      return matter.task !== undefined
    case 'childrenEnded':
      return (openChildren ?? 0) === 0
    case 'calledSigned':
      return called.length > 0 && called.every(({ state }) => state !== 'open')
    case 'calledAnswered':
      return called.length > 0 && called.every(({ state }) => state === 'done')
    case 'calledRated':
      return called.length > 0 && called.every(({ rating }) => rating !== undefined)
  }
}

type FieldCondition = Extract<ReportCondition, { readonly field: string }>

function meetsField(condition: FieldCondition, fields: Fields | undefined): boolean {
  const value = fields?.[condition.field]
  if ('given' in condition) return condition.given === (value !== undefined)
  return 'is' in condition ? value === condition.is : value !== condition.isNot
}
