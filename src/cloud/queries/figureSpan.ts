import { can, holds, type Actor } from '@domain/access/actor'
import { areaLevels, type AreaCode } from '@domain/area/areaCode'
import type { FlowTable } from '@domain/flow/flowTable'
import { DAY_MS } from '@domain/shared/instant'
import { refuse, type Refusal } from '@domain/shared/refusal'
import { FIGURES_DAYS_MAX } from '@contract/api/readFigures'
import type { ProblemCode } from '@contract/problems'
import type { Context } from '../context'

type Span = { readonly areaCode: AreaCode; readonly from: string; readonly until: string }

/** Permission first; then a place that is no single worker's, and days that can be summed. */
export function refuseFigures(
  { reference }: Context,
  actor: Actor,
  { areaCode, from, until }: Span,
): Refusal<ProblemCode> | undefined {
  if (!holds(actor, 'numbers.read')) return refuse('access.not-permitted')
  if (!can(actor, 'numbers.read', areaCode)) return refuse('access.outside-jurisdiction')
  const known = areaCode.length < areaLevels.grid && reference.findArea(areaCode)
  if (!known) return refuse('matter.unknown-area', { areaCode })
  const days = daysOf({ from, until })
  if (days >= 1 && days <= FIGURES_DAYS_MAX) return undefined
  const message = days < 1 ? '结束的一天早于开始的一天' : `最多一次看 ${FIGURES_DAYS_MAX} 天`
  return refuse('request.invalid', { issues: [{ path: 'until', message }] })
}

export function daysOf({ from, until }: Pick<Span, 'from' | 'until'>): number {
  return (Date.parse(until) - Date.parse(from)) / DAY_MS + 1
}

/** One that is switched off keeps its numbers. */
export function findBoardFlow({ flows }: Context, name: string): FlowTable | Refusal<ProblemCode> {
  const flow = flows.all().find((one) => one.name === name)
  if (flow) return flow
  const issues = [{ path: 'flow', message: '没有这类事项' }]
  return refuse('request.invalid', { issues })
}
