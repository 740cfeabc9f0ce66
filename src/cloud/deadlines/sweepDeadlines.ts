import { decideWake } from '@domain/flow/decideWake'
import type { MatterEvent } from '@domain/matter/matterEvent'
import { refuse } from '@domain/shared/refusal'
import { changeMatter } from '../commands/changeMatter'
import { gatherSurroundings } from '../commands/gatherSurroundings'
import { inputHash } from '../commands/inputHash'
import { systemCommandId } from '../commands/systemCommandId'
import type { Context } from '../context'
import { findWaking, type WakingRow } from '../store/deadlineStore'

export type SweepBounds = {
  /** Found at once; the sweep goes on until none is left. */
  readonly limit: number
  /** Begins no further matter once it is aborted. */
  readonly until?: AbortSignal
}

/**
 * 时限巡检: writes into each matter what the clock has to say of it (half its time gone, its deadline passed, a row's
 * day come, its photos' end), each once, and answers how many it wrote. It may run anywhere, twice at once or a day
 * late: the matter's row is locked and its time asked again, and the command's id is the same for everybody.
 */
export async function sweepDeadlines(
  context: Context,
  { limit, until }: SweepBounds,
): Promise<number> {
  const { database, countyId } = context
  const now = context.now()
  let told = 0
  let after: WakingRow | undefined
  for (;;) {
    const rows = await findWaking(database, countyId, { now, after, limit })
    for (const row of rows) {
      if (until?.aborted) return told
      if (await tell(context, row)) told++
    }
    after = rows.at(-1)
    if (rows.length < limit) return told
  }
}

/** One matter that cannot be told must not silence those behind it. */
async function tell(context: Context, row: WakingRow): Promise<boolean> {
  try {
    return await wake(context, row)
  } catch (error) {
    context.log.error({ err: error, matterId: row.matter_id }, 'a matter was not looked at')
    return false
  }
}

async function wake(context: Context, row: WakingRow): Promise<boolean> {
  const { matter_id: matterId, version } = row
  const change = {
    matterId,
    commandId: systemCommandId('wake', matterId, version),
    inputHash: inputHash('sweepDeadlines', '', { matterId, version }),
    action: clockAction,
    actorId: null,
  }
  let told = false
  await changeMatter(context, change, async ({ flow, matter, now, tx }) => {
    const surroundings = await gatherSurroundings(context, tx, { flow, matter, now })
    const events = decideWake(flow, matter, surroundings)
    told = events.length > 0
    // Somebody may have moved the matter on between the finding and the lock.
    return told ? events : refuse('matter.action-not-allowed')
  })
  return told
}

/** What consoles sound for is a deadline that has passed, not one that comes near. */
function clockAction(events: readonly MatterEvent[]): string {
  return events.some(({ type }) => type === 'DeadlinePassed') ? 'overdue' : 'clock'
}
