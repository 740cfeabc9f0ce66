import { holds } from '@domain/access/actor'
import { ownFigures } from '@domain/figures/ownFigures'
import { chinaIsoDay } from '@domain/shared/instant'
import { refuse } from '@domain/shared/refusal'
import type { Handler } from '../handler'
import { findTaken } from '../store/ownTaskStore'

/** More than anybody takes on in a month; beyond it the answer says that it was cut. */
const TAKEN_MAX = 1000

/** Asked for by whom they are about, and by nobody else: the request names no person. */
export const readMyFigures: Handler<'readMyFigures'> = async (context, actor, request) => {
  if (!holds(actor, 'task.read')) return refuse('access.not-permitted')
  const month = request.month ?? chinaIsoDay(context.now()).slice(0, 7)
  const { from, to } = spanOf(month)
  if (Number.isNaN(from))
    return { month, figures: ownFigures([], actor.personId, noFlow), cut: false }
  const { database, countyId, flows } = context
  const asked = { personId: actor.personId, from, to, limit: TAKEN_MAX + 1 }
  const taken = await findTaken(database, countyId, asked)
  const figures = ownFigures(taken.slice(0, TAKEN_MAX), actor.personId, (one) => flows.of(one))
  return { month, figures, cut: taken.length > TAKEN_MAX }
}

/** The month as the county's calendar has it. */
function spanOf(month: string): { from: number; to: number } {
  const [year = NaN, number = NaN] = month.split('-').map(Number)
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
  return { from: startOf(month), to: startOf(next) }
}

function startOf(month: string): number {
  return Date.parse(`${month}-01T00:00:00+08:00`)
}

function noFlow(): never {
  throw new Error('Nothing was taken in a month that is none')
}
