import type { MatterView } from '@contract/views'
import { say } from './say'
import { isOverdue, sayDue } from './sayTime'

/** Where the township begins to warn of a deadline: the yellow of its ladder. */
const WARNED_SHARE = 0.8

/** How long there is, and in a word when that is not long any more. */
export function sayDeadline({ warned = 0 }: MatterView, dueAt: string, nowMs: number): string {
  const due = sayDue(dueAt, nowMs)
  return warned >= WARNED_SHARE && !isOverdue(dueAt, nowMs) ? `${say.matter.warned} · ${due}` : due
}
