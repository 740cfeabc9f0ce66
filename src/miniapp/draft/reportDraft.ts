import type { Place } from '@domain/place/place'
import type { PhotoRecord } from '../photos/photoRecord'

export const DRAFT_SCHEMA_VERSION = 1

/** A report that is being written. Its ids are minted with it, so that a second tap on 发送 is the same report. */
export type ReportDraft = {
  readonly schemaVersion: number
  readonly matterId: string
  readonly commandId: string
  /** 就地办结: the command that closes what this report opens. */
  readonly closing?: { readonly commandId: string; readonly result: string }
  readonly kind?: string
  readonly text: string
  readonly photos: readonly PhotoRecord[]
  readonly place?: Place
  /** Which grid the server says the place lies in; only shown. */
  readonly foundGrid?: NamedGrid
  /** Chosen by hand; it outweighs the place. */
  readonly chosenGrid?: NamedGrid
  readonly discoveredAt: string
  /** The refused item of the queue that this draft puts right. */
  readonly mends?: string
}

export type NamedGrid = { readonly code: string; readonly name: string }

export function isStarted(draft: ReportDraft): boolean {
  return (
    draft.kind !== undefined ||
    draft.text !== '' ||
    draft.photos.length > 0 ||
    (draft.closing?.result ?? '') !== ''
  )
}
