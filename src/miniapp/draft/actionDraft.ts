import type { FormDraft } from './formDraft'

/** A form of an action that is being filled in. The command's id is minted with it. */
export type ActionDraft = FormDraft & {
  readonly schemaVersion: number
  readonly commandId: string
  readonly matterId: string
  readonly action: string
  /** The refused item of the queue that this draft puts right. */
  readonly mends?: string
}
