import type { ReportDraft } from '../draft/reportDraft'
import { toQueueItems } from '../draft/toQueueItems'
import { QueueFull } from '../queue/createSendQueue'
import { closeDraft, openDraft } from './drafts'
import { readyPhotos } from './draftPhotos'
import { findKind } from './kinds'
import { sendQueue } from './sendQueue'

export type Submitted =
  | { readonly itemId: string; readonly photosGone: number }
  | { readonly failed: 'full' | 'no-draft' }

/** Queue first, draft away after: killed in between, the same ids make the same report. */
export async function submitReport(key: string): Promise<Submitted> {
  const photosGone = await readyPhotos(key)
  const draft = openDraft<ReportDraft>(key)
  if (!draft) return { failed: 'no-draft' }
  try {
    sendQueue.submit(toQueueItems(draft, labelOf(draft)))
  } catch (cause) {
    if (cause instanceof QueueFull) return { failed: 'full' }
    throw cause
  }
  closeDraft(key)
  if (draft.mends) sendQueue.discard(draft.mends)
  return { itemId: draft.commandId, photosGone }
}

function labelOf(draft: ReportDraft) {
  const kind = findKind(draft.kind)
  const place = (draft.chosenGrid ?? draft.foundGrid)?.name
  return {
    title: kind?.name ?? '',
    ...(kind ? { icon: kind.icon } : {}),
    ...(draft.text ? { text: draft.text } : {}),
    ...(place ? { place } : {}),
  }
}
