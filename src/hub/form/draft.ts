import { rowsOf, type Fields, type FieldValue } from '@domain/form/formField'
import type { FormFieldView } from '@contract/views'
import { readTyped } from './readTyped'

export type DraftPhoto = {
  readonly fileId: string
  readonly bytes: Uint8Array
  readonly previewUrl: string
  readonly share: number
  readonly state: 'sending' | 'sent' | 'failed'
  readonly trouble?: string
}

/** What has been filled in so far, by field name, before it becomes the input of a command. */
export type Draft = {
  /** As typed: a number is not yet one. */
  readonly texts: Readonly<Record<string, string>>
  /** As chosen. */
  readonly values: Fields
  readonly photos: Readonly<Record<string, readonly DraftPhoto[]>>
  /** What the chosen ids are called: people, matters. */
  readonly labels: Readonly<Record<string, string>>
}

export const emptyDraft: Draft = { texts: {}, values: {}, photos: {}, labels: {} }

export function withText(draft: Draft, name: string, text: string): Draft {
  return { ...draft, texts: { ...draft.texts, [name]: text } }
}

export function withValue(draft: Draft, name: string, value: FieldValue | undefined): Draft {
  return { ...draft, values: { ...draft.values, [name]: value } }
}

export function withLabel(draft: Draft, id: string, label: string): Draft {
  return { ...draft, labels: { ...draft.labels, [id]: label } }
}

export function withPhotos(
  draft: Draft,
  name: string,
  change: (before: readonly DraftPhoto[]) => readonly DraftPhoto[],
): Draft {
  return { ...draft, photos: { ...draft.photos, [name]: change(draft.photos[name] ?? []) } }
}

/** The plain values that go over the wire; a field that was left alone is not there. */
export function buildInput(form: readonly FormFieldView[], draft: Draft): Fields {
  const filled = form.flatMap((field) => {
    const value = valueOf(field, draft)
    return value === undefined ? [] : [[field.name, value] as const]
  })
  return Object.fromEntries(filled)
}

function valueOf({ name, type }: FormFieldView, draft: Draft): FieldValue | undefined {
  const fileIds = (draft.photos[name] ?? []).map(({ fileId }) => fileId)
  if (type === 'photos') return fileIds.length > 0 ? fileIds : undefined
  if (type === 'signature') return fileIds[0]
  if (type === 'rows') return writtenRows(draft, name)
  const typed = draft.texts[name]?.trim()
  return typed ? readTyped(type, typed) : draft.values[name]
}

/** A line that was begun and left empty was not meant. */
function writtenRows({ values }: Draft, name: string): FieldValue | undefined {
  const rows = rowsOf(values, name).filter(({ title, due }) => title.trim() !== '' || due)
  return rows.length > 0 ? rows : undefined
}
