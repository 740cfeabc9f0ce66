import type { Actor } from '../access/actor'
import { decideMatter } from '../flow/decideMatter'
import type { FlowTable } from '../flow/flowTable'
import { getStatus } from '../flow/getStatus'
import { moveMatter } from '../flow/moveMatter'
import type { Surroundings } from '../flow/surroundings'
import type { Matter } from '../matter/matter'
import type { MatterEvent } from '../matter/matterEvent'
import { refuse, type Refusal } from '../shared/refusal'
import { MERGE_UNDO_MS } from './decideDesk'

/** The step that the flow offers for it, as it would be taken now: its permission, its time and its form all hold. */
export function decideJoinNow(
  flow: FlowTable,
  matter: Matter,
  into: Matter,
  actor: Actor,
  surroundings: Surroundings,
): MatterEvent[] | Refusal {
  const action = findMerging(flow, matter)
  if (action === undefined) return refuse('matter.cannot-join')
  return decideMatter(flow, matter, { action, input: { into: into.id } }, actor, surroundings)
}

/** 待并案: what was decided is held back for a minute. */
export function holdMerge(
  into: Matter,
  decided: readonly MatterEvent[],
  actor: Actor,
  { now }: Surroundings,
): MatterEvent[] | Refusal {
  const [moved] = decided
  if (moved?.type !== 'MatterMoved' || into.merging) return refuse('matter.cannot-join')
  const merging = {
    into: into.id,
    number: into.number,
    action: moved.action,
    by: actor.personId,
    at: now,
    until: now + MERGE_UNDO_MS,
  }
  return [{ type: 'MergeHeld', merging }]
}

/**
 * The minute is over: it is joined in the name of whoever said so, if the other one still takes it in; otherwise it
 * stands again as it stood.
 */
export function finishMerge(
  flow: FlowTable,
  matter: Matter,
  surroundings: Surroundings,
  fits: (events: readonly MatterEvent[]) => boolean,
): MatterEvent[] {
  const { merging } = matter
  if (!merging || merging.until > surroundings.now) return []
  const row = getStatus(flow, matter.status).actions[merging.action]
  const move = { action: merging.action, input: { into: merging.into } }
  const events = row?.merges ? moveMatter(flow, matter, { ...move, row }, surroundings) : []
  if (events.length > 0 && fits(events)) return events.map((event) => inNameOf(event, merging.by))
  return [{ type: 'MergeUndone', into: merging.into, at: surroundings.now }]
}

function inNameOf(event: MatterEvent, by: Actor['personId']): MatterEvent {
  return event.type === 'MatterMoved' ? { ...event, by } : event
}

function findMerging(flow: FlowTable, matter: Matter): string | undefined {
  const actions = Object.entries(getStatus(flow, matter.status).actions)
  return actions.find(([, row]) => row.merges && !row.unlisted)?.[0]
}
