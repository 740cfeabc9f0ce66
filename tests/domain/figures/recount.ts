import { spanBucket } from '@domain/figures/spanBucket'
import { measures, type ActionRow, type FlowTable } from '@domain/flow/flowTable'
import { evolveMatter } from '@domain/matter/evolveMatter'
import type { Matter } from '@domain/matter/matter'
import type { MatterMoved } from '@domain/matter/matterEvent'
import type { Rows } from './tallyOf'

/**
 * The same figures told from the end, by looking back over a whole history: how it stands, what ever happened, which
 * facts of lateness are written in it. Which deadlines came due is not told here.
 */
export function recount(flow: FlowTable, rows: Rows): Record<string, number> {
  const matter = rows.reduce<Matter | undefined>(evolveMatter, undefined)!
  const moves = rows.flat().filter((event): event is MatterMoved => event.type === 'MatterMoved')
  const rowOf = ({ from, action }: MatterMoved): ActionRow => flow.statuses[from]!.actions[action]!
  const ever = (isSo: (move: MatterMoved, row: ActionRow) => boolean) =>
    Number(moves.some((move) => isSo(move, rowOf(move))))
  const all = {
    reported: 1,
    ...Object.fromEntries(
      measures
        .filter((measure) => measure !== 'rated')
        .map((measure) => [measure, ever((_, row) => row.measure === measure)]),
    ),
    joined: matter.joinedTo === undefined ? 0 : 1,
    finished: ever(({ from, to }, row) => isWorkDone(flow, from, { ...row, to })),
    standing: matter.held ? 1 : 0,
    ...endOf(flow, matter),
    ...replyOf(flow, matter, moves),
    ...latenessOf(matter),
  }
  return Object.fromEntries(Object.entries(all).filter(([, count]) => count !== 0))
}

function isWorkDone(flow: FlowTable, from: string, row: ActionRow): boolean {
  if (flow.statuses[from]?.ended || !flow.statuses[row.to]?.ended) return false
  return row.measure !== undefined || row.task === 'finish' || row.automatic === 'answer'
}

function endOf(flow: FlowTable, { endedAt, receivedAt, status }: Matter) {
  if (endedAt === undefined) return {}
  const done = Object.entries(flow.statuses).some(([from, { actions }]) =>
    Object.values(actions).some((row) => row.to === status && isWorkDone(flow, from, row)),
  )
  return done
    ? { ended: 1, [`hours.${spanBucket(endedAt - receivedAt)}`]: 1 }
    : { endedOtherwise: 1 }
}

function replyOf(flow: FlowTable, { status }: Matter, moves: readonly MatterMoved[]) {
  const isReply = (from: string, { measure }: ActionRow) =>
    measure === 'rated' && flow.statuses[from]?.ended
  const first = moves.find(({ from, action }) =>
    isReply(from, flow.statuses[from]!.actions[action]!),
  )
  const { ended, actions } = flow.statuses[status]!
  const mayReply = ended && Object.values(actions).some((row) => isReply(status, row))
  const { solved, satisfaction } = first?.input ?? {}
  return {
    asked: first || mayReply ? 1 : 0,
    answered: first ? 1 : 0,
    solved: solved === true ? 1 : 0,
    satisfied: satisfaction === 'satisfied' ? 1 : 0,
    fair: satisfaction === 'fair' ? 1 : 0,
  }
}

/** Of walks in which the clock was never asked too late: every lateness is a fact. */
function latenessOf({ late = [] }: Matter): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { stage = 'other', excused } of late) {
    sums[`late.${stage}`] = (sums[`late.${stage}`] ?? 0) + 1
    if (excused) sums[`excused.${stage}`] = (sums[`excused.${stage}`] ?? 0) + 1
  }
  return sums
}
