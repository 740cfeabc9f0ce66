import type { RequestInputOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { FormDraft } from '../draft/formDraft'
import { mendField } from '../queue/mendField'
import { sayProblem } from '../words/sayProblem'
import type { PhotoRecord } from '../photos/photoRecord'
import type { QueueItem } from '../queue/queueItem'
import { newReport } from './drafts'
import { sendQueue } from './sendQueue'

type ReportBody = RequestInputOf<Operations['reportMatter']>

/** A refused report opened again: new ids, since the server has answered the old ones; the same photos. */
export function mendReport(item: QueueItem): string {
  const body = item.body as ReportBody
  const closing = sendQueue
    .read()
    .items.find((other) => other.matterId === item.matterId && other.body.action === 'closeOnSpot')
  const key = newReport({
    closes: closing !== undefined,
    mends: item.itemId,
    kind: body.kind,
    text: body.text ?? '',
    ...seenThen(item, body),
    ...item.written,
    ...hintOf(item),
    photos: item.photos.map(toRecord),
    ...(body.place ? { place: withoutAbsent(body.place) } : {}),
    ...(body.gridCode ? { chosenGrid: named(body.gridCode, item) } : {}),
    ...(body.areaCode ? { chosenArea: named(body.areaCode, item) } : {}),
  })
  return key
}

/** Why it came back, and where the eyes must go; kept with the draft until it is sent. */
export function hintOf({ trouble }: QueueItem): Pick<FormDraft, 'hint'> {
  if (trouble?.cause !== 'refused') return {}
  const field = mendField(trouble.problem)
  const words = sayProblem(trouble.problem)
  return { hint: { words, ...(field === undefined ? {} : { field }) } }
}

/** When it was seen does not move by being put right, unless that very time was refused. */
function seenThen({ trouble }: QueueItem, { discoveredAt }: ReportBody) {
  return trouble?.problem?.code === 'matter.clock-off' ? {} : { discoveredAt }
}

function named(code: string, { label }: QueueItem) {
  return { code, name: label.place ?? code }
}

function withoutAbsent({ accuracyMetres, byHand, ...place }: NonNullable<ReportBody['place']>) {
  return {
    ...place,
    ...(accuracyMetres === undefined ? {} : { accuracyMetres }),
    ...(byHand ? { byHand } : {}),
  }
}

export function toRecord({
  fileId,
  bytes,
  sha256,
  field,
  medium,
  seconds,
}: QueueItem['photos'][number]): PhotoRecord {
  return {
    fileId,
    takenAt: 0,
    ready: { bytes, sha256 },
    ...(field === undefined ? {} : { field }),
    ...(medium === undefined ? {} : { medium }),
    ...(seconds === undefined ? {} : { seconds }),
  }
}
