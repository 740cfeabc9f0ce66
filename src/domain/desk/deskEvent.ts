import type { MatterId, PersonId } from '../shared/ids'
import type { Instant } from '../shared/instant'

/** What the desk does with a matter without moving it on. Nobody but the desk reads of it, except what it says itself. */
export type DeskEvent = DeskTaken | DeskLeft | MergeHeld | MergeUndone | ReporterTold

/** 接手 at the desk: from now on nobody else takes the hub's steps, until it is left, taken over or a shift has gone. */
export type DeskTaken = { readonly type: 'DeskTaken'; readonly by: PersonId; readonly at: Instant }

export type DeskLeft = { readonly type: 'DeskLeft'; readonly by: PersonId; readonly at: Instant }

/** 待并案: it will be joined when the minute is over. Nobody is told before. */
export type MergeHeld = { readonly type: 'MergeHeld'; readonly merging: HeldMerge }

/** 撤销并案 by somebody's hand, or by nobody's: the other matter was no longer open when the minute was over. */
export type MergeUndone = {
  readonly type: 'MergeUndone'
  readonly into: MatterId
  readonly by?: PersonId
  readonly at: Instant
}

/** 告诉上报人: words for the reporter beside any step. */
export type ReporterTold = {
  readonly type: 'ReporterTold'
  readonly by: PersonId
  readonly at: Instant
  readonly said: string
}

/** Who has taken it at the desk, and since when. */
export type DeskHold = { readonly by: PersonId; readonly at: Instant }

export type HeldMerge = {
  readonly into: MatterId
  /** What people call the other one. */
  readonly number: string
  /** The step of the flow that will join it. */
  readonly action: string
  readonly by: PersonId
  readonly at: Instant
  readonly until: Instant
}

const deskEvents: ReadonlySet<string> = new Set<DeskEvent['type']>([
  'DeskTaken',
  'DeskLeft',
  'MergeHeld',
  'MergeUndone',
])

/** What only those at the desk read of a history. */
export function isOfTheDesk({ type }: { readonly type: string }): boolean {
  return deskEvents.has(type)
}
