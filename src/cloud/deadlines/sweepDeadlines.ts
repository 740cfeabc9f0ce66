import type { Matter, MatterEvent } from '@domain/matter/matter'
import { refuse, type Refusal } from '@domain/shared/refusal'
import type { Instant } from '@domain/shared/instant'
import type { ProblemCode } from '@contract/problems'
import { changeMatter } from '../commands/changeMatter'
import { inputHash } from '../commands/inputHash'
import { systemCommandId } from '../commands/systemCommandId'
import type { Context } from '../context'
import { findOverdue, type OverdueRow } from '../store/deadlineStore'

export type SweepBounds = {
  readonly limit: number
  /** Begins no further matter once it is aborted. */
  readonly until?: AbortSignal
}

/**
 * 超期提醒: writes into each matter whose deadline has passed that it has, once for each deadline, and answers how many
 * it wrote. It may run anywhere, twice at once or a day late: the matter's row is locked and its deadline asked again,
 * and the command's id is the same for everybody.
 */
export async function sweepDeadlines(
  context: Context,
  { limit, until }: SweepBounds,
): Promise<number> {
  const { database, countyId } = context
  const rows = await findOverdue(database, countyId, { now: context.now(), limit })
  let told = 0
  for (const row of rows) {
    if (until?.aborted) break
    if (await tell(context, row)) told++
  }
  return told
}

/** One matter that cannot be told must not silence those behind it. */
async function tell(context: Context, row: OverdueRow): Promise<boolean> {
  try {
    return await writePassed(context, row)
  } catch (error) {
    context.log.error({ err: error, matterId: row.matter_id }, 'an overdue matter was not told')
    return false
  }
}

async function writePassed(context: Context, row: OverdueRow): Promise<boolean> {
  const { matter_id: matterId, status, due_at: dueAt } = row
  const change = {
    matterId,
    commandId: systemCommandId('overdue', matterId, status, dueAt),
    inputHash: inputHash('sweepDeadlines', '', { matterId, status, dueAt }),
    action: 'overdue',
    actorId: null,
  }
  let told = false
  await changeMatter(context, change, (matter, now) => {
    const decided = decide(matter, row, now)
    told = Array.isArray(decided)
    return decided
  })
  return told
}

/** Somebody may have moved the matter on between the finding and the lock. */
function decide(
  matter: Matter,
  { status, due_at: dueAt }: OverdueRow,
  now: Instant,
): MatterEvent[] | Refusal<ProblemCode> {
  const stillSo = matter.status === status && matter.dueAt === dueAt
  if (!stillSo || matter.overdueSince !== undefined) return refuse('matter.action-not-allowed')
  return [{ type: 'DeadlinePassed', status, dueAt, at: now }]
}
