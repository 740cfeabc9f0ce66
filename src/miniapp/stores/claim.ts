import type { CommandId } from '@domain/shared/ids'
import type { MatterView } from '@contract/views'
import type { Answer } from '../api/answer'
import { platform } from '../platform/platform'
import { api } from './api'
import { mintId } from './mintId'

/**
 * 接手. Asked at once and not queued: who is first is known only now. The command keeps its id until there is an
 * answer, so that a tap after a lost one asks for the same thing and not for a second.
 */
export async function claimTask(taskId: string): Promise<Answer<{ matter: MatterView }>> {
  const key = `claim/${taskId}`
  const commandId = (platform.records.read(key) as CommandId | undefined) ?? mintId<CommandId>()
  platform.records.write(key, commandId)
  const answer = await api.call('claimTask', { commandId, taskId })
  if (answer.kind === 'done' || answer.kind === 'refused') platform.records.remove(key)
  return answer
}
