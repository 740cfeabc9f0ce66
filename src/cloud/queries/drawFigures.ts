import { figuresOf, type Tally } from '@domain/figures/figuresOf'
import { percentOf, ROUNDING_RULE, sayRate } from '@domain/figures/rate'
import { BUCKET_WITHIN } from '@domain/figures/spanBucket'
import type { FlowTable } from '@domain/flow/flowTable'
import type { FlowFiguresView } from '@contract/api/readFigures'

/** The numbers of a flow as they cross the wire: no rate without both its numbers, its cut-off and its rounding. */
export function drawFigures(flow: FlowTable, tally: Tally, cutOff: string): FlowFiguresView {
  const { counts, rates, hours } = figuresOf(flow, tally)
  return {
    flow: flow.name,
    title: flow.title,
    counts: [...counts],
    rates: rates.map((rate) => {
      const percent = percentOf(rate)
      return {
        ...rate,
        ...(percent === undefined ? {} : { percent }),
        words: sayRate(rate),
        cutOff,
        rounding: ROUNDING_RULE,
      }
    }),
    hours: { ...hours, within: BUCKET_WITHIN },
  }
}
