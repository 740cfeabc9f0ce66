import { countsOf } from '@domain/figures/countsOf'
import type { FlowTable } from '@domain/flow/flowTable'
import { evolveMatter } from '@domain/matter/evolveMatter'
import type { Matter } from '@domain/matter/matter'
import type { MatterEvent } from '@domain/matter/matterEvent'

export type Rows = readonly (readonly MatterEvent[])[]

/** What every row of a history adds, put together, as the sums of the county would hold it. */
export function tallyOf(flow: FlowTable, rows: Rows): Record<string, number> {
  const tally: Record<string, number> = {}
  let matter: Matter | undefined
  for (const events of rows) {
    for (const { figure, count } of countsOf(flow, matter, events))
      tally[figure] = (tally[figure] ?? 0) + count
    matter = evolveMatter(matter, events)
  }
  return Object.fromEntries(Object.entries(tally).filter(([, count]) => count !== 0))
}
