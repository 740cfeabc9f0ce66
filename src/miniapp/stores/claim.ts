import type { CommandId } from '@domain/shared/ids'
import type { MatterView } from '@contract/views'
import type { Answer } from '../api/answer'
import { platform } from '../platform/platform'
import { log } from '../platform/log'
import { sayProblem } from '../words/sayProblem'
import { say } from '../words/say'
import { api } from './api'
import { mintId } from './mintId'
import { sendQueue } from './sendQueue'

/** `queued`: nobody answered, so nobody knows yet who is first. */
export type Claimed = Answer<{ matter: MatterView }> | { readonly kind: 'queued' }

/**
 * 接手. Asked at once, since who is first is known only now; without an answer the very same command waits in the queue
 * and is repeated there, under the id it was asked with.
 */
export async function claimTask(taskId: string, matterId: string): Promise<Claimed> {
  const key = `claim/${taskId}`
  const commandId = (platform.records.read(key) as CommandId | undefined) ?? mintId<CommandId>()
  platform.records.write(key, commandId)
  const answer = await api.call('claimTask', { commandId, taskId })
  const queued = answer.kind === 'unknown' && queueClaim(commandId, matterId)
  if (queued || answer.kind === 'done' || answer.kind === 'refused') platform.records.remove(key)
  return queued ? { kind: 'queued' } : answer
}

function queueClaim(commandId: string, matterId: string): boolean {
  try {
    sendQueue.submit([
      {
        itemId: commandId,
        operation: 'actOnMatter',
        matterId,
        body: { commandId, matterId, action: 'claim', input: {} },
        photos: [],
        label: { title: say.matters.claim },
        asked: true,
      },
    ])
    return true
  } catch (cause) {
    log('A claim was not put into the queue', cause)
    return false
  }
}

/** What is said of a claim where it is not simply done. */
export function sayClaim(answer: Claimed): string {
  if (answer.kind === 'refused') return sayProblem(answer.problem)
  return answer.kind === 'queued' ? say.matters.claimQueued : say.matters.claimUnknown
}

/** 还没得到确认: is this step on the matter still waiting on this phone? */
export function isWaiting(
  items: ReturnType<typeof sendQueue.read>['items'],
  matterId: string,
  action: string,
): boolean {
  return items.some(
    (item) =>
      item.matterId === matterId &&
      item.step === 'command' &&
      !item.trouble &&
      item.body.action === action,
  )
}
