import type { RequestInputOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { NewItem } from '../queue/createSendQueue'
import type { QueuedPhoto } from '../queue/queueItem'
import type { PhotoRecord } from '../photos/photoRecord'
import type { ReportDraft } from './reportDraft'

type ReportBody = RequestInputOf<Operations['reportMatter']>

/** The report, and for 就地办结 the closing that follows it. */
export function toQueueItems(draft: ReportDraft, label: NewItem['label']): NewItem[] {
  const report: NewItem = {
    itemId: draft.commandId,
    operation: 'reportMatter',
    matterId: draft.matterId,
    body: reportBody(draft),
    photos: toQueuedPhotos(draft.photos),
    label,
  }
  if (!draft.closing) return [report]
  const { commandId, result } = draft.closing
  const closing: NewItem = {
    itemId: commandId,
    operation: 'actOnMatter',
    matterId: draft.matterId,
    body: { commandId, matterId: draft.matterId, action: 'closeOnSpot', input: { result } },
    photos: [],
    label: { title: '就地办结', text: result },
  }
  return [report, closing]
}

function reportBody(draft: ReportDraft): ReportBody {
  const { chosenGrid, place } = draft
  return {
    commandId: draft.commandId,
    matterId: draft.matterId,
    kind: draft.kind ?? '',
    text: draft.text.trim(),
    ...(place ? { place } : {}),
    ...(chosenGrid ? { gridCode: chosenGrid.code } : {}),
    discoveredAt: draft.discoveredAt,
    fileIds: draft.photos.map(({ fileId }) => fileId),
  }
}

export function toQueuedPhotos(photos: readonly PhotoRecord[]): QueuedPhoto[] {
  return photos.flatMap(({ fileId, ready }) =>
    ready ? [{ fileId, ...ready, sentBytes: 0, hashFailures: 0, state: 'waiting' as const }] : [],
  )
}
