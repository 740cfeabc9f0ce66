import type { FieldValue } from '@domain/form/formField'
import type { PhotoRecord } from '../photos/photoRecord'

/**
 * A form that is being filled in. What is typed stays as it was typed until it is sent, so that half a number is kept
 * too; what is chosen is kept as it will be sent, with the names that were on the screen when it was chosen.
 */
export type FormDraft = {
  /** By field name: texts, telephone numbers, numbers, yuan. */
  readonly texts: Readonly<Record<string, string>>
  /** By field name: everything that is chosen and not typed. */
  readonly values: Readonly<Record<string, FieldValue>>
  /** What people, areas, owners and matters are called, by their id; shown again where there is no signal. */
  readonly names: Readonly<Record<string, string>>
  /** Of all fields; each names its own. */
  readonly photos: readonly PhotoRecord[]
  /** It was sent and came back: why, and which field is to be put right. */
  readonly hint?: MendHint
}

/** Without a field the whole is refused. */
export type MendHint = { readonly field?: string; readonly words: string }

export const emptyForm = { texts: {}, values: {}, names: {}, photos: [] } as const

export function photosOf({ photos }: Pick<FormDraft, 'photos'>, field: string): PhotoRecord[] {
  return photos.filter((photo) => photo.field === field)
}

/** A field left the form together with the kind that asked for it, and is not sent. */
export function isFilled({ texts, values }: Pick<FormDraft, 'texts' | 'values'>): boolean {
  return Object.values(texts).some((text) => text !== '') || Object.keys(values).length > 0
}
