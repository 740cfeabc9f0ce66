import { checkForm } from '../form/checkForm'
import type { ActionInput, Matter } from '../matter/matter'
import type { MatterEvent } from '../matter/matterEvent'
import { refuse, type Refusal } from '../shared/refusal'
import { followUps, isItsTime } from './decideMatter'
import type { FlowTable } from './flowTable'
import { formFor } from './formFor'
import { getStatus } from './getStatus'
import { moveMatter } from './moveMatter'
import type { Surroundings } from './surroundings'

export type AnswerCommand = { readonly action: string; readonly input: ActionInput }

/**
 * What a system outside answers when it was asked: only actions that the table gives to it, and only while the matter
 * still waits for them. Its answer is held against the form like anybody's; nobody's hand stands in the history.
 */
export function decideAnswer(
  flow: FlowTable,
  matter: Matter,
  { action, input }: AnswerCommand,
  surroundings: Surroundings,
): MatterEvent[] | Refusal {
  const { title, actions } = getStatus(flow, matter.status)
  const row = Object.entries(actions).find(([name]) => name === action)?.[1]
  if (row?.automatic !== 'answer' || !isItsTime(row, action, matter, surroundings))
    return refuse('matter.action-not-allowed', { status: matter.status, statusTitle: title })
  const { now } = surroundings
  const refusal = checkForm(formFor(row, matter), input, { now, lists: matter.lists })
  if (refusal) return refusal
  const events = moveMatter(flow, matter, { action, row, input }, surroundings)
  return [...events, ...followUps(flow, matter, events, surroundings)]
}
