import { can, type Actor } from '../access/actor'
import type { Matter } from '../matter/matter'
import type { MatterEvent } from '../matter/matterEvent'
import type { PersonId } from '../shared/ids'
import { MINUTE_MS, type Instant } from '../shared/instant'
import { refuse, type Refusal } from '../shared/refusal'
import { deskHolder } from './deskHolder'

/** So long a merge may be undone, and nobody has heard of it. */
export const MERGE_UNDO_MS = MINUTE_MS

export type Taking = {
  readonly does: 'take' | 'leave'
  /** 换手: a colleague has it, and whoever takes it from them says so. */
  readonly from?: PersonId
}

/** 接手、放下、换手: nobody takes from a colleague without naming them. */
export function decideTaking(
  matter: Matter,
  { does, from }: Taking,
  actor: Actor,
  now: Instant,
): MatterEvent[] | Refusal {
  const refusal = refuseDesk(matter, actor)
  if (refusal) return refusal
  const holder = deskHolder(matter, now)
  const own = holder?.by === actor.personId
  const by = actor.personId
  if (does === 'leave')
    return own ? [{ type: 'DeskLeft', by, at: now }] : refuse('matter.not-taken')
  if (own) return refuse('matter.taken-by-you')
  if (holder && holder.by !== from) return refuse('matter.taken', { takenBy: holder.by })
  return [{ type: 'DeskTaken', by, at: now }]
}

/** Until the minute is over; afterwards the other matter has it. */
export function decideUndoMerge(
  matter: Matter,
  actor: Actor,
  now: Instant,
): MatterEvent[] | Refusal {
  if (!can(actor, 'matter.accept', matter.areaCode)) return refuse('access.not-permitted')
  const { merging } = matter
  if (!merging || now >= merging.until) return refuse('matter.undo-too-late')
  return [{ type: 'MergeUndone', into: merging.into, by: actor.personId, at: now }]
}

/** Also of what has ended: a reporter who calls again is told once more. */
export function decideTelling(
  matter: Matter,
  said: string,
  actor: Actor,
  now: Instant,
): MatterEvent[] | Refusal {
  if (!can(actor, 'matter.accept', matter.areaCode)) return refuse('access.not-permitted')
  return [{ type: 'ReporterTold', by: actor.personId, at: now, said }]
}

function refuseDesk(matter: Matter, actor: Actor): Refusal | undefined {
  if (!can(actor, 'matter.accept', matter.areaCode)) return refuse('access.not-permitted')
  if (matter.merging) return refuse('matter.merging', { into: matter.merging.number })
  return matter.endedAt === undefined ? undefined : refuse('matter.action-not-allowed')
}
