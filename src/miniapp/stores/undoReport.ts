import { sendQueue } from './sendQueue'
import { submitAction } from './submitAction'

/** For this long after sending, taking it back is one tap. */
export const UNDO_MS = 10_000

/** Dropped while it is still on the phone; withdrawn by an action of its own once it may have left. */
export async function undoReport(
  itemId: string,
  title: string,
): Promise<'dropped' | 'withdrawing'> {
  const item = sendQueue.read().items.find((candidate) => candidate.itemId === itemId)
  const taken = sendQueue.takeBack(itemId)
  if (taken !== 'withdraw-needed' || !item) return 'dropped'
  await submitAction({ matterId: item.matterId, action: 'withdraw', title, form: [] })
  return 'withdrawing'
}
