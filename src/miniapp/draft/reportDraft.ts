import type { Place } from '@domain/place/place'
import { isFilled, type FormDraft } from './formDraft'

export const DRAFT_SCHEMA_VERSION = 2

/** A report that is being written. Its ids are minted with it, so that a second tap on 发送 is the same report. */
export type ReportDraft = FormDraft & {
  readonly schemaVersion: number
  readonly matterId: string
  readonly commandId: string
  /** 就地办结: the command that closes what this report opens. */
  readonly closing?: { readonly commandId: string; readonly result: string }
  /** 是同一件: what somebody else reported, and the command that adds this one to it. */
  readonly sameAs?: { readonly commandId: string; readonly matterId: string }
  readonly kind?: string
  /** The kind it was opened for: whoever turns back from it has begun nothing. */
  readonly openedFor?: string
  readonly text: string
  readonly place?: Place
  /** Which grid the server says the place lies in; only shown. */
  readonly foundGrid?: NamedGrid
  /** Chosen by hand; it outweighs the place. */
  readonly chosenGrid?: NamedGrid
  /** For kinds that concern a village or a township as a whole: the person's own, or another that was chosen. */
  readonly chosenArea?: NamedArea
  readonly discoveredAt: string
  /** The refused item of the queue that this draft puts right. */
  readonly mends?: string
}

export type NamedGrid = { readonly code: string; readonly name: string }
export type NamedArea = NamedGrid

export function isStarted(draft: ReportDraft): boolean {
  return (
    draft.kind !== draft.openedFor ||
    draft.text !== '' ||
    draft.photos.length > 0 ||
    isFilled(draft) ||
    (draft.closing?.result ?? '') !== ''
  )
}
