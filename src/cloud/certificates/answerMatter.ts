import { decideAnswer, type AnswerCommand } from '@domain/flow/decideAnswer'
import { isRefusal, refuse } from '@domain/shared/refusal'
import { changeMatter } from '../commands/changeMatter'
import { gatherSurroundings } from '../commands/gatherSurroundings'
import { inputHash } from '../commands/inputHash'
import { knownRefusal } from '../commands/knownRefusal'
import { systemCommandId } from '../commands/systemCommandId'
import type { Context } from '../context'
import { closeQuestion, isWaiting, type ClaimedQuestion } from '../store/questionStore'

/**
 * Gives the answer to the matter as the system, and ends the question in the same transaction: however many heard it,
 * it is written once. False when the matter would not take it.
 */
export async function answerMatter(
  context: Context,
  { questionId, matterId }: ClaimedQuestion,
  { action, input }: AnswerCommand,
): Promise<boolean> {
  const { countyId } = context
  const change = {
    matterId,
    commandId: systemCommandId('answer', questionId),
    // The first answer stands; another process that heard a different one is told what was written.
    inputHash: inputHash('answerMatter', '', { questionId }),
    action,
    actorId: null,
  }
  const answered = await changeMatter(
    context,
    change,
    async ({ flow, matter, now, tx }) => {
      if (!(await isWaiting(tx, countyId, questionId))) return refuse('matter.action-not-allowed')
      const surroundings = await gatherSurroundings(context, tx, { flow, matter, now })
      return knownRefusal(decideAnswer(flow, matter, { action, input }, surroundings))
    },
    ({ now, tx }) => closeQuestion(tx, { countyId, questionId, now, answer: action }),
  )
  return !isRefusal(answered)
}
