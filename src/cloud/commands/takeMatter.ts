import { decideTaking, decideTelling } from '@domain/desk/decideDesk'
import { isRefusal, refuse, type Refusal } from '@domain/shared/refusal'
import type { ProblemCode } from '@contract/problems'
import type { Context } from '../context'
import type { Handler } from '../handler'
import { findPeople } from '../store/peopleStore'
import { changeAtDesk } from './changeAtDesk'

/** 接手: one of two officers has it, and the other is told who. */
export const takeMatter: Handler<'takeMatter'> = async (context, actor, request) => {
  const { matterId, commandId, does, from } = request
  const taking = { does, ...(from === undefined ? {} : { from }) }
  const change = { matterId, commandId, action: does, input: { matterId, ...taking } }
  const answer = await changeAtDesk(context, actor, change, ({ matter, now }) =>
    decideTaking(matter, taking, actor, now),
  )
  return isRefusal(answer) ? withTakersName(context, answer) : answer
}

/** 告诉上报人 */
export const tellReporter: Handler<'tellReporter'> = async (context, actor, request) => {
  const { matterId, commandId, words } = request
  const change = { matterId, commandId, action: 'tell', input: { matterId, words } }
  return changeAtDesk(context, actor, change, ({ matter, now }) =>
    decideTelling(matter, words, actor, now),
  )
}

/** Whoever comes second is told by name who has it. */
export async function withTakersName(
  context: Context,
  refusal: Refusal<ProblemCode>,
): Promise<Refusal<ProblemCode>> {
  const takenBy = refusal.details?.takenBy
  if (refusal.refused !== 'matter.taken' || typeof takenBy !== 'string') return refusal
  const people = await findPeople(context.database, context.countyId, [takenBy])
  return refuse(refusal.refused, { ...refusal.details, takenByName: people.get(takenBy)?.name })
}
