import type { Actor } from '@domain/access/actor'
import { can } from '@domain/access/actor'
import type { Matter } from '@domain/matter/matter'
import type { MatterEvent } from '@domain/matter/matterEvent'
import { refuse, type Refusal } from '@domain/shared/refusal'
import type { ProblemCode } from '@contract/problems'
import type { Context } from '../context'
import { writeEvents, type Locked, type MatterChange } from './changeMatter'
import { inputHash } from './inputHash'
import { systemCommandId } from './systemCommandId'

/** 并案 only into an open matter of the same kind, that whoever joins them may work on, and that is not itself joined. */
export function refuseJoining(
  actor: Actor,
  { matter, also }: Locked,
  events: readonly MatterEvent[],
): Refusal<ProblemCode> | undefined {
  const joins = events.some((event) => event.type === 'MatterMoved' && event.joinedTo !== undefined)
  if (!joins) return undefined
  const fits =
    also !== undefined &&
    also.kind === matter.kind &&
    also.endedAt === undefined &&
    can(actor, 'matter.accept', also.areaCode)
  return fits ? undefined : refuse('matter.cannot-join')
}

/** The other matter takes over the report: its reporter is told from there, its photos are seen there. */
export async function joinInto(
  context: Context,
  locked: Locked,
  after: Matter,
  change: MatterChange,
): Promise<void> {
  const { also, now, tx } = locked
  if (!also || after.joinedTo !== also.id) return
  const { id: matterId, number, reporter, text, photos } = after
  const report = { matterId, number, reporter, text, at: now }
  const events: MatterEvent[] = [{ type: 'ReportJoined', report, photos, at: now }]
  const flow = context.flows.of(also)
  await writeEvents(context, { matter: also, flow, now, tx }, events, {
    commandId: systemCommandId('join', change.commandId),
    inputHash: inputHash('joinInto', '', { from: matterId, into: also.id }),
    action: 'join',
    actorId: change.actorId,
  })
}
