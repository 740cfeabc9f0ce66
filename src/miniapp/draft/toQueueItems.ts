import type { Fields } from '@domain/form/formField'
import type { RequestInputOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { KindView } from '@contract/views'
import type { NewItem } from '../queue/createSendQueue'
import type { QueuedPhoto } from '../queue/queueItem'
import type { PhotoRecord } from '../photos/photoRecord'
import { say } from '../words/say'
import type { ReportDraft } from './reportDraft'

type ReportBody = RequestInputOf<Operations['reportMatter']>

/** What the kind asks beside the usual: its flow's form as it is sent, and where a matter of it is filed. */
export type KindAsks = { readonly fields: Fields; readonly at: KindView['at'] }

/** The report, and for 就地办结 the closing that follows it. */
export function toQueueItems(
  draft: ReportDraft,
  asks: KindAsks,
  label: NewItem['label'],
  clock: Pick<ReportBody, 'clockAheadMs'> = {},
): NewItem[] {
  const report: NewItem = {
    itemId: draft.commandId,
    operation: 'reportMatter',
    matterId: draft.matterId,
    body: { ...reportBody(draft, asks), ...clock },
    photos: toQueuedPhotos(draft.photos),
    label,
    written: { texts: draft.texts, values: draft.values, names: draft.names },
  }
  if (!draft.closing) return draft.sameAs ? [report, joining(draft, draft.sameAs)] : [report]
  const { commandId, result } = draft.closing
  const closing: NewItem = {
    itemId: commandId,
    operation: 'actOnMatter',
    matterId: draft.matterId,
    body: { commandId, matterId: draft.matterId, action: 'closeOnSpot', input: { result } },
    photos: [],
    label: { title: say.home.onSpot, text: result },
  }
  return [report, closing]
}

function joining(
  { matterId }: ReportDraft,
  { commandId, matterId: into }: NonNullable<ReportDraft['sameAs']>,
): NewItem {
  return {
    itemId: commandId,
    operation: 'actOnMatter',
    matterId,
    body: { commandId, matterId, action: 'alsoSeen', input: { into } },
    photos: [],
    label: { title: say.report.sameTitle },
  }
}

function reportBody(draft: ReportDraft, { fields, at }: KindAsks): ReportBody {
  return {
    commandId: draft.commandId,
    matterId: draft.matterId,
    kind: draft.kind ?? '',
    text: draft.text.trim(),
    ...whereOf(draft, at),
    ...(Object.keys(fields).length > 0 ? { fields: fields as ReportBody['fields'] } : {}),
    discoveredAt: draft.discoveredAt,
    fileIds: idsOf(draft.photos.filter(({ field, medium }) => !field && medium !== 'voice')),
    ...voicesOf(draft.photos),
  }
}

/** A report without a voice is the same bytes as from an app that knew of none. */
function voicesOf(photos: readonly PhotoRecord[]): Pick<ReportBody, 'voiceIds'> {
  const voiceIds = idsOf(photos.filter(({ medium }) => medium === 'voice'))
  return voiceIds.length > 0 ? { voiceIds } : {}
}

function idsOf(photos: readonly PhotoRecord[]): string[] {
  return photos.map(({ fileId }) => fileId)
}

/** What concerns a village as a whole says no more about where the person stood than which village. */
function whereOf({ place, chosenGrid, chosenArea }: ReportDraft, at: KindAsks['at']) {
  if (at !== 'grid') return chosenArea ? { areaCode: chosenArea.code } : {}
  return {
    ...(place ? { place } : {}),
    ...(chosenGrid ? { gridCode: chosenGrid.code } : {}),
  }
}

export function toQueuedPhotos(photos: readonly PhotoRecord[]): QueuedPhoto[] {
  return photos.flatMap(({ fileId, field, medium, seconds, ready }) =>
    ready
      ? [
          {
            fileId,
            ...ready,
            sentBytes: 0,
            hashFailures: 0,
            state: 'waiting' as const,
            ...(field === undefined ? {} : { field }),
            ...(medium === undefined ? {} : { medium }),
            ...(seconds === undefined ? {} : { seconds }),
          },
        ]
      : [],
  )
}
