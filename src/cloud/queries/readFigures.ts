import type { Tally } from '@domain/figures/figuresOf'
import { ROUNDING_RULE } from '@domain/figures/rate'
import type { FlowTable } from '@domain/flow/flowTable'
import type { Context } from '../context'
import type { Handler } from '../handler'
import { readFigureRows, type FigureRow } from '../store/figureStore'
import { drawFigures } from './drawFigures'
import { refuseFigures } from './figureSpan'
import { isoTime } from './isoTime'

/** 统计, within the jurisdiction and never of persons. Read from sums that every step has kept. */
export const readFigures: Handler<'readFigures'> = async (context, actor, request) => {
  const refused = refuseFigures(context, actor, request)
  if (refused) return refused
  const { areaCode, from, until } = request
  const cutOff = isoTime(context.now())
  const rows = await readFigureRows(context.database, context.countyId, { areaCode, from, until })
  return {
    area: { code: areaCode, name: context.reference.areaName(areaCode) },
    from,
    until,
    cutOff,
    rounding: ROUNDING_RULE,
    flows: flowsOf(context, rows).map(({ flow, tally }) => drawFigures(flow, tally, cutOff)),
  }
}

/** Those that have numbers, in the order people meet them; one that is switched off keeps its numbers. */
function flowsOf(
  { flows }: Context,
  rows: readonly FigureRow[],
): { flow: FlowTable; tally: Tally }[] {
  return flows
    .all()
    .map((flow) => ({ flow, own: rows.filter((row) => row.flow === flow.name) }))
    .filter(({ own }) => own.length > 0)
    .map(({ flow, own }) => ({
      flow,
      tally: new Map(own.map(({ figure, count }) => [figure, count])),
    }))
}
