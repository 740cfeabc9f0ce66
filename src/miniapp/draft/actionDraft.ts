import type { PhotoRecord } from '../photos/photoRecord'

/** A form of an action that is being filled in. The command's id is minted with it. */
export type ActionDraft = {
  readonly schemaVersion: number
  readonly commandId: string
  readonly matterId: string
  readonly action: string
  /** By field name of the flow's form. */
  readonly texts: Readonly<Record<string, string>>
  readonly photos: readonly PhotoRecord[]
}
