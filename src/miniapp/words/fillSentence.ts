import type { MatterView } from '@contract/views'
import { sayTime } from './sayTime'

/** The sentence of a status with its names and times, where the flow left them open. */
export function fillSentence({ sentence, task, dueAt }: MatterView, nowMs: number): string {
  const owner = task?.ownerName ?? '办理单位'
  return sentence
    .replace('{owner}', owner)
    .replace('{handler}', task?.claimedBy?.name ?? owner)
    .replace('{due}', dueAt ? sayTime(dueAt, nowMs) : '')
}
