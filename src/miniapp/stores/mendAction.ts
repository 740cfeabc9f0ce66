import type { QueueItem } from '../queue/queueItem'
import { closeDraft } from './drafts'
import { hintOf, toRecord } from './mendReport'
import { actionKey, openAction } from './submitAction'

/** A refused step opened again under a new id, with all that was written into it; the address of its page. */
export function mendAction(item: QueueItem): string {
  const { matterId, itemId: mends, written, photos } = item
  const action = String(item.body.action)
  // What was begun meanwhile gives way to what was finished and came back.
  closeDraft(actionKey(matterId, action))
  openAction(matterId, action, { ...written, photos: photos.map(toRecord), mends, ...hintOf(item) })
  return `/pages/act/index?matterId=${matterId}&action=${action}`
}

/** May it be put right at all? Items of an older app say nothing of what was written. */
export function canMend({ trouble, operation, written }: QueueItem): boolean {
  if (trouble?.cause !== 'refused') return false
  if (operation === 'reportMatter') return true
  return written !== undefined && trouble.problem.retry === 'after-edit'
}
