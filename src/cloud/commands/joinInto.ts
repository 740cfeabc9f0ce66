import type { Actor } from '@domain/access/actor'
import { can } from '@domain/access/actor'
import { isSeenTogether, mayAlsoSee, SAME_METRES_MAX } from '@domain/flow/alsoSeen'
import type { FlowTable } from '@domain/flow/flowTable'
import type { JoinedReport, Matter } from '@domain/matter/matter'
import type { MatterEvent } from '@domain/matter/matterEvent'
import { refuse, type Refusal } from '@domain/shared/refusal'
import type { ProblemCode } from '@contract/problems'
import type { Context } from '../context'
import { writeEvents, type Locked, type MatterChange } from './changeMatter'
import { metresBetween } from '../reference/metresBetween'
import { inputHash } from './inputHash'
import { systemCommandId } from './systemCommandId'

/** Reports of one thing: each brings its photos along, and a page shows them all. */
const JOINED_MAX = 20

/** 并案 only into an open matter of the same kind, that whoever joins them may work on, and that is not itself joined. */
export function refuseJoining(
  actor: Actor,
  { matter, also, flow }: Locked,
  events: readonly MatterEvent[],
): Refusal<ProblemCode> | undefined {
  const joins = events.find((event) => event.type === 'MatterMoved' && event.joinedTo !== undefined)
  if (joins?.type !== 'MatterMoved') return undefined
  const row = flow.statuses[joins.from]?.actions[joins.action]
  const fits =
    also !== undefined &&
    also.kind === matter.kind &&
    also.endedAt === undefined &&
    (row?.relation === 'reporter'
      ? isSame(flow, matter, also)
      : can(actor, 'matter.accept', also.areaCode))
  const count = (also?.joined?.length ?? 0) + 1 + (matter.joined?.length ?? 0)
  return fits && count <= JOINED_MAX ? undefined : refuse('matter.cannot-join')
}

/** When the minute of a merge is over: may the other one still take it in? Who may was asked when it was begun. */
export function stillJoins({ matter, also }: Locked, events: readonly MatterEvent[]): boolean {
  const joins = events.some((event) => event.type === 'MatterMoved' && event.joinedTo === also?.id)
  const open = also !== undefined && also.endedAt === undefined && also.kind === matter.kind
  const count = (also?.joined?.length ?? 0) + 1 + (matter.joined?.length ?? 0)
  return joins && open && count <= JOINED_MAX
}

/** Whoever joins by their own hand was offered it by `findSimilar`, which goes by the same rule. */
function isSame(flow: FlowTable, matter: Matter, also: Matter): boolean {
  if (!matter.place || !also.place || !mayAlsoSee(flow, also)) return false
  const near = metresBetween(matter.place, also.place) <= SAME_METRES_MAX
  return near && isSeenTogether(matter, also)
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
  const { photos, joined } = after
  const events: MatterEvent[] = [
    { type: 'ReportJoined', report: reportOf(after, now), photos, at: now },
    // Those that were joined to it before come along, and go on being told.
    ...(joined ?? []).map((report): MatterEvent => ({
      type: 'ReportJoined',
      report: paidOnce(after, report),
      photos: [],
      at: now,
    })),
  ]
  const flow = context.flows.of(also)
  await writeEvents(context, { matter: also, flow, now, tx }, events, {
    commandId: systemCommandId('join', change.commandId),
    inputHash: inputHash('joinInto', '', { from: after.id, into: also.id }),
    action: 'join',
    actorId: change.actorId,
  })
}

function reportOf(matter: Matter, at: number): JoinedReport {
  const { id: matterId, number, reporter, text } = matter
  return paidOnce(matter, { matterId, number, reporter, text, at })
}

/** Where the report was confirmed already, its points were paid there. */
function paidOnce({ confirmedAt }: Matter, report: JoinedReport): JoinedReport {
  if (confirmedAt === undefined) return report
  return { ...report, reporter: { ...report.reporter, earnsPoints: false } }
}
