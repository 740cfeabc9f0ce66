import { can, holds } from '@domain/access/actor'
import { areaLevels } from '@domain/area/areaCode'
import { figuresOf, type Tally } from '@domain/figures/figuresOf'
import { percentOf, ROUNDING_RULE, sayRate } from '@domain/figures/rate'
import { BUCKET_WITHIN } from '@domain/figures/spanBucket'
import type { FlowTable } from '@domain/flow/flowTable'
import { DAY_MS } from '@domain/shared/instant'
import { refuse, type Refusal } from '@domain/shared/refusal'
import { FIGURES_DAYS_MAX, type FlowFiguresView } from '@contract/api/readFigures'
import type { RequestOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { ProblemCode } from '@contract/problems'
import type { Context } from '../context'
import type { Handler } from '../handler'
import { readFigureRows, type FigureRow } from '../store/figureStore'
import { isoTime } from './isoTime'

type Request = RequestOf<Operations['readFigures']>

/** 统计, within the jurisdiction and never of persons. Read from sums that every step has kept. */
export const readFigures: Handler<'readFigures'> = async (context, actor, request) => {
  if (!holds(actor, 'numbers.read')) return refuse('access.not-permitted')
  const { areaCode, from, until } = request
  if (!can(actor, 'numbers.read', areaCode)) return refuse('access.outside-jurisdiction')
  const wrong = refuseSpan(context, request)
  if (wrong) return wrong
  const cutOff = isoTime(context.now())
  const rows = await readFigureRows(context.database, context.countyId, { areaCode, from, until })
  return {
    area: { code: areaCode, name: context.reference.areaName(areaCode) },
    from,
    until,
    cutOff,
    rounding: ROUNDING_RULE,
    flows: flowsOf(context, rows).map(({ flow, tally }) => viewOf(flow, tally, cutOff)),
  }
}

function refuseSpan(
  { reference }: Context,
  { areaCode, from, until }: Request,
): Refusal<ProblemCode> | undefined {
  const known = areaCode.length < areaLevels.grid && reference.findArea(areaCode)
  if (!known) return refuse('matter.unknown-area', { areaCode })
  const days = (Date.parse(until) - Date.parse(from)) / DAY_MS + 1
  if (days >= 1 && days <= FIGURES_DAYS_MAX) return undefined
  const message = days < 1 ? '结束的一天早于开始的一天' : `最多一次看 ${FIGURES_DAYS_MAX} 天`
  return refuse('request.invalid', { issues: [{ path: 'until', message }] })
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

function viewOf(flow: FlowTable, tally: Tally, cutOff: string): FlowFiguresView {
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
