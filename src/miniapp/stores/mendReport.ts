import type { RequestInputOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { PhotoRecord } from '../photos/photoRecord'
import type { QueueItem } from '../queue/queueItem'
import { newReport } from './drafts'
import { sendQueue } from './sendQueue'

/** A refused report opened again: new ids, since the server has answered the old ones; the same photos. */
export function mendReport(item: QueueItem): string {
  const body = item.body as RequestInputOf<Operations['reportMatter']>
  const closing = sendQueue
    .read()
    .items.find((other) => other.matterId === item.matterId && other.body.action === 'closeOnSpot')
  const key = newReport({
    closes: closing !== undefined,
    mends: item.itemId,
    kind: body.kind,
    text: body.text ?? '',
    photos: item.photos.map(toRecord),
    ...(body.place ? { place: withoutAbsent(body.place) } : {}),
    ...(body.gridCode
      ? { chosenGrid: { code: body.gridCode, name: item.label.place ?? body.gridCode } }
      : {}),
  })
  return key
}

function withoutAbsent({
  accuracyMetres,
  ...place
}: NonNullable<RequestInputOf<Operations['reportMatter']>['place']>) {
  return accuracyMetres === undefined ? place : { ...place, accuracyMetres }
}

function toRecord({ fileId, bytes, sha256 }: QueueItem['photos'][number]): PhotoRecord {
  return { fileId, takenAt: 0, ready: { bytes, sha256 } }
}
