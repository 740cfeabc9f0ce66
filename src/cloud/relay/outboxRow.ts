import { villageOf, type AreaCode } from '@domain/area/areaCode'
import type { Matter } from '@domain/matter/matter'
import type { Instant } from '@domain/shared/instant'
import type { MatterCloudEvent, MatterEventData } from '@contract/webhooks/matterEvent'
import type { Reference } from '../reference/reference'
import type { Settings } from '../settings'
import type { OutboxRow } from '../store/outboxStore'

export type { OutboxRow }

export type Happening = {
  /** The matter after the event. */
  readonly matter: Matter
  readonly statusTitle: string
  /** `name` in the past tense: `reported`, `accepted` … */
  readonly event: {
    readonly name: string
    readonly action: string
    readonly note?: string | undefined
  }
  readonly messageId: string
  readonly now: Instant
  readonly source: string
}

/** Runs once for every report that comes in: it only looks things up in memory. */
export function outboxRowFor(reference: Reference, happening: Happening): OutboxRow {
  const { matter, event, messageId, now } = happening
  return {
    countyId: matter.countyId,
    messageId,
    matterId: matter.id,
    version: matter.version,
    areaCode: tellableArea(matter),
    event: event.name,
    createdAt: now,
    payload: cloudEventOf(happening, dataOf(reference, happening)),
  }
}

/** CloudEvents wants `source` and `id` together to be unique in the world. */
export function eventSource(settings: Settings): string {
  return `${settings.publicUrl.replace(/\/+$/, '')}/counties/${settings.countyId}`
}

/** CloudEvents compares `sequence` as text, so its digits are padded to those of a 32-bit integer. */
const SEQUENCE_DIGITS = 10

function cloudEventOf(happening: Happening, data: MatterEventData): MatterCloudEvent {
  const { matter, event, messageId, now, source } = happening
  return {
    specversion: '1.0',
    id: messageId,
    source,
    type: `cn.lianxin.matter.${event.name}.v1`,
    subject: matter.id,
    time: timeOf(now),
    datacontenttype: 'application/json',
    sequence: String(matter.version).padStart(SEQUENCE_DIGITS, '0'),
    data,
  }
}

function dataOf(reference: Reference, { matter, statusTitle, event }: Happening): MatterEventData {
  const areaCode = tellableArea(matter)
  return {
    matterId: matter.id,
    number: matter.number,
    action: event.action,
    kind: {
      code: matter.kind,
      name:
        reference.findKind(matter.kind, matter.kindVersion, matter.settingsVersion)?.name ??
        matter.kind,
    },
    urgency: matter.urgency,
    status: matter.status,
    statusTitle,
    areaCode,
    areaName: reference.areaName(areaCode),
    ...(isRestricted(matter) ? {} : openDetails(matter, event.note)),
    discoveredAt: timeOf(matter.discoveredAt),
    receivedAt: timeOf(matter.receivedAt),
    ...(matter.dueAt === undefined ? {} : { dueAt: timeOf(matter.dueAt) }),
    photoCount: matter.photos.filter((photo) => photo.state !== 'refused').length,
  }
}

function openDetails(
  { text, place }: Matter,
  note: string | undefined,
): Pick<MatterEventData, 'text' | 'place' | 'note'> {
  return {
    text,
    ...(place
      ? { place: { longitude: place.longitude, latitude: place.latitude, datum: place.datum } }
      : {}),
    ...(note === undefined ? {} : { note }),
  }
}

/** S2 and S3 leave without words and without a place: a note names people as easily as the report does. */
function isRestricted({ sensitivity }: Matter): boolean {
  return sensitivity === 'S2' || sensitivity === 'S3'
}

/** An endpoint of one single grid is not sent S2 and S3 at all: that it came would tell the grid. */
function tellableArea(matter: Matter): AreaCode {
  return isRestricted(matter) ? villageOf(matter.areaCode) : matter.areaCode
}

function timeOf(at: Instant): string {
  return new Date(at).toISOString()
}
