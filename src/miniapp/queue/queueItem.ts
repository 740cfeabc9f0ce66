import type { Problem } from '@contract/problems'
import type { FormDraft } from '../draft/formDraft'

export const QUEUE_SCHEMA_VERSION = 1

/** What waits to be sent: data and the name of an operation. The code is looked up by name when it is sent. */
export type QueueItem = {
  readonly schemaVersion: number
  /** The command's id, minted once; the server knows a repetition by it. */
  readonly itemId: string
  /** Items of one matter are sent in this order. */
  readonly order: number
  readonly operation: 'reportMatter' | 'actOnMatter'
  readonly matterId: string
  /** Sent as it stands, every time. */
  readonly body: Readonly<Record<string, unknown>>
  readonly photos: readonly QueuedPhoto[]
  readonly step: 'command' | 'photos' | 'done'
  /** The server may have it: from here on nothing may change and nothing may be taken back unseen. */
  readonly asked: boolean
  readonly attempts: number
  readonly notBefore: number
  readonly createdAt: number
  /** Whose it is. Without it the next person who signs in sends it. */
  readonly owner?: string
  readonly label: ItemLabel
  /** What was written, as it stood in the form, so that a refused item can be opened again. */
  readonly written?: Written
  readonly trouble?: Trouble
  readonly answer?: ItemAnswer
}

export type Written = Pick<FormDraft, 'texts' | 'values' | 'names'>

/** What people see of the item while nobody else knows it. */
export type ItemLabel = {
  readonly title: string
  readonly icon?: string
  readonly text?: string
  readonly place?: string
}

export type QueuedPhoto = {
  readonly fileId: string
  readonly bytes: number
  readonly sha256: string
  readonly sentBytes: number
  readonly hashFailures: number
  readonly state: 'waiting' | 'sent' | 'refused' | 'gone'
  /** The field of the form it was taken for. */
  readonly field?: string
  /** A photo where nothing is said. */
  readonly medium?: 'voice' | 'video'
  readonly seconds?: number
}

/** Why the item needs its owner. */
export type Trouble =
  | { readonly cause: 'refused'; readonly problem: Problem }
  | { readonly cause: 'photos'; readonly lost: number; readonly problem?: Problem }

/** What the server said of the matter, kept so that the screen after sending works without signal. */
export type ItemAnswer = {
  readonly number: string
  readonly sentence: string
  readonly statusTitle: string
  readonly areaName: string
  readonly townshipName: string
  readonly dueAt?: string
  readonly followCode?: string
}

export type ItemState = 'waiting' | 'sending' | 'sent' | 'needs-you'

export function itemState(item: QueueItem, sending: ReadonlySet<string>): ItemState {
  if (item.trouble) return 'needs-you'
  if (item.step === 'done') return 'sent'
  return sending.has(item.itemId) ? 'sending' : 'waiting'
}

/** Bytes of photos that arrived, and of all. */
export function photoProgress({ photos }: QueueItem): { sent: number; total: number } {
  return photos.reduce(
    (sum, photo) => ({
      sent: sum.sent + (photo.state === 'waiting' ? photo.sentBytes : photo.bytes),
      total: sum.total + photo.bytes,
    }),
    { sent: 0, total: 0 },
  )
}

export function waitingPhotos({ photos }: QueueItem): QueuedPhoto[] {
  return photos.filter((photo) => photo.state === 'waiting')
}
