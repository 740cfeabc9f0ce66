import { readForm } from '../draft/readForm'
import type { ReportDraft } from '../draft/reportDraft'
import { toQueueItems } from '../draft/toQueueItems'
import { QueueFull } from '../queue/createSendQueue'
import { closeDraft, openDraft } from './drafts'
import { clockAhead } from './clock'
import { isReady, readyPhotos } from './draftPhotos'
import { askedForm, lastOf } from '../kinds/askedForm'
import { findKind } from './kinds'
import { findLast, noteSaid, useSaidBefore } from './saidBefore'
import { sendQueue } from './sendQueue'

export type Submitted =
  | { readonly itemId: string; readonly photosGone: number }
  | { readonly failed: 'full' | 'no-draft' | 'photos-not-ready' }
  | { readonly unfit: string }

/** Queue first, draft away after: killed in between, the same ids make the same report. */
export async function submitReport(key: string): Promise<Submitted> {
  const photosGone = await readyPhotos(key)
  const draft = openDraft<ReportDraft>(key)
  if (!draft) return { failed: 'no-draft' }
  // Sent without it, a photo that cannot be read just now would be lost without a word.
  if (!isReady(draft)) return { failed: 'photos-not-ready' }
  const kind = findKind(draft.kind)
  const last = lastOf(findLast(kind, draft, useSaidBefore.getState()))
  const read = readForm(askedForm(kind, draft, last).form, draft, { now: Date.now() })
  if ('unfit' in read) return { unfit: read.unfit.words }
  const asks = { fields: read.fields, at: kind?.at ?? 'grid' }
  try {
    sendQueue.submit(toQueueItems(draft, asks, labelOf(draft), clockAhead()))
  } catch (cause) {
    if (cause instanceof QueueFull) return { failed: 'full' }
    throw cause
  }
  noteSaid(kind, draft)
  closeDraft(key)
  if (draft.mends) sendQueue.discard(draft.mends)
  return { itemId: draft.commandId, photosGone }
}

function labelOf(draft: ReportDraft) {
  const kind = findKind(draft.kind)
  const ofArea = kind !== undefined && kind.at !== 'grid'
  const place = (ofArea ? draft.chosenArea : (draft.chosenGrid ?? draft.foundGrid))?.name
  return {
    title: kind?.name ?? '',
    ...(kind ? { icon: kind.icon } : {}),
    ...(draft.text ? { text: draft.text } : {}),
    ...(place ? { place } : {}),
  }
}
