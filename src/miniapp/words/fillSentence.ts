import type { MatterView } from '@contract/views'
import { sayTime } from './sayTime'
import { zh } from './zh'

/**
 * The sentence of a status with its names and times, where the flow left them open. The township writes it in Chinese,
 * so what is filled in is Chinese in every language of the app.
 */
export function fillSentence({ sentence, task, dueAt }: MatterView, nowMs: number): string {
  const owner = task?.ownerName ?? zh.matter.someOwner
  return sentence
    .replace('{owner}', owner)
    .replace('{handler}', task?.claimedBy?.name ?? owner)
    .replace('{due}', dueAt ? sayTime(dueAt, nowMs, zh.time) : '')
}
