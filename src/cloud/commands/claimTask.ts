import { isRefusal, refuse } from '@domain/shared/refusal'
import type { Handler } from '../handler'
import { findCommand, findMatterOfTask } from '../store/matterStore'
import { actOnMatter } from './actOnMatter'
import { holds } from '@domain/access/actor'

/** 接手: the same as the action `claim`, asked by the task. One wins; the others are told who has it. */
export const claimTask: Handler<'claimTask'> = async (context, actor, { commandId, taskId }) => {
  if (!holds(actor, 'task.claim')) return refuse('access.not-permitted')
  const before = await findCommand(context.database, context.countyId, commandId)
  const matterId =
    before?.matter_id ?? (await findMatterOfTask(context.database, context.countyId, taskId))
  if (!matterId) return refuse('task.not-found')
  const answer = await actOnMatter(context, actor, {
    commandId,
    matterId,
    action: 'claim',
    input: {},
  })
  return isRefusal(answer) && answer.refused === 'access.outside-jurisdiction'
    ? refuse('task.not-found')
    : answer
}
