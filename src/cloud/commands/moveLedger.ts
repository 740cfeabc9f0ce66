import { townshipOf } from '@domain/area/areaCode'
import { endOf } from '@domain/flow/timeAfter'
import { textOf } from '@domain/form/formField'
import type { Matter } from '@domain/matter/matter'
import type { MatterEvent } from '@domain/matter/matterEvent'
import type { Context } from '../context'
import { reversePostings, settlePostings } from '../store/pointsStore'
import type { Locked } from './changeMatter'

/** What a step does to points that are already in the ledger: takes them back, or pays them out. By new postings only. */
export async function moveLedger(
  context: Context,
  { flow, tx, now: at }: Locked,
  matter: Matter,
  events: readonly MatterEvent[],
): Promise<void> {
  const { id: matterId, countyId, areaCode } = matter
  for (const event of events) {
    if (event.type !== 'MatterMoved') continue
    const row = flow.statuses[event.from]?.actions[event.action]
    const seed = context.newId()
    if (row?.reverses) await reversePostings(tx, countyId, { matterId, seed, at })
    const until = row?.settles && endOf(textOf(matter.fields, row.settles.until))
    if (until !== undefined)
      await settlePostings(tx, countyId, {
        township: townshipOf(areaCode),
        until,
        matterId,
        seed,
        at,
      })
  }
}
