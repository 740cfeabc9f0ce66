import { finishMerge } from '@domain/desk/decideMerge'
import { decideWake } from '@domain/flow/decideWake'
import type { MatterEvent } from '@domain/matter/matterEvent'
import { refuse } from '@domain/shared/refusal'
import { changeMatter, type Locked } from '../commands/changeMatter'
import { gatherSurroundings } from '../commands/gatherSurroundings'
import { inputHash } from '../commands/inputHash'
import { joinInto, stillJoins } from '../commands/joinInto'
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
    actorId: row.merging_by,
    alsoLocks: row.merging_into ?? undefined,
  }
  let told = false
  await changeMatter(
    context,
    change,
    async (locked) => {
      const events = await decideNow(context, locked)
      told = events.length > 0
      // Somebody may have moved the matter on between the finding and the lock.
      return told ? events : refuse('matter.action-not-allowed')
    },
    (locked, after) => joinInto(context, locked, after, change),
  )
  return told
}

/** A merge whose minute is over comes first: what is joined has no deadline any more. */
async function decideNow(context: Context, locked: Locked): Promise<MatterEvent[]> {
  const { flow, matter, now, tx } = locked
  const surroundings = await gatherSurroundings(context, tx, { flow, matter, now })
  const joined = finishMerge(flow, matter, surroundings, (events) => stillJoins(locked, events))
  return joined.length > 0 ? joined : decideWake(flow, matter, surroundings)
}

/** What consoles sound for is a deadline that has passed, not one that comes near. */
function clockAction(events: readonly MatterEvent[]): string {
  const [first] = events
  if (first?.type === 'MatterMoved' && first.joinedTo) return first.action
  return events.some(({ type }) => type === 'DeadlinePassed') ? 'overdue' : 'clock'
}
