import { checkForm, type FormGround } from '@domain/form/checkForm'
import {
  rowsOf,
  type Fields,
  type FieldValue,
  type FormField,
  type RowInput,
} from '@domain/form/formField'
import type { Refusal } from '@domain/shared/refusal'
import { sayUnfit } from '../words/sayUnfit'
import { photosOf, type FormDraft } from './formDraft'

export type ReadForm =
  | { readonly fields: Fields }
  | { readonly unfit: { readonly field: string; readonly words: string } }

/** What was filled in as it is sent, held against the form by the server's own check, so that it is said here at once. */
export function readForm(
  form: readonly FormField[],
  draft: FormDraft,
  ground: FormGround,
): ReadForm {
  const fields = fieldsOf(form, draft)
  const refusal = checkForm(form, fields, ground)
  return refusal ? { unfit: unfitOf(form, refusal) } : { fields }
}

function unfitOf(form: readonly FormField[], refusal: Refusal) {
  const field = refusal.details?.field
  const name = typeof field === 'string' ? field : ''
  return {
    field: name,
    words: sayUnfit(
      form.find((field) => field.name === name),
      refusal,
    ),
  }
}

/** Only fields of the form, and only those that were filled in. */
function fieldsOf(form: readonly FormField[], draft: FormDraft): Fields {
  const filled = form.flatMap((field): [string, FieldValue][] => {
    const value = valueOf(field, draft)
    return value === undefined ? [] : [[field.name, value]]
  })
  return Object.fromEntries(filled)
}

function valueOf(field: FormField, draft: FormDraft): FieldValue | undefined {
  switch (field.type) {
    case 'text':
    case 'phone':
      return draft.texts[field.name]?.trim() || undefined
    case 'number':
      return numberIn(draft.texts[field.name], 1)
    case 'money':
      return numberIn(draft.texts[field.name], FEN)
    case 'photos':
      return atLeastOne(photosOf(draft, field.name).map(({ fileId }) => fileId))
    case 'signature':
      return photosOf(draft, field.name)[0]?.fileId
    case 'rows':
      return atLeastOne(rowsOf(draft.values, field.name).flatMap(filledRow))
    case 'people':
    case 'owners':
      return emptyToNothing(draft.values[field.name])
    case 'choice':
    case 'yesNo':
    case 'consent':
    case 'day':
    case 'moment':
    case 'place':
    case 'owner':
    case 'person':
    case 'area':
    case 'matter':
    case 'row':
    case 'photo':
      return draft.values[field.name]
  }
}

const FEN = 100

/** A text that is no such number stays one, so that the check names the field. */
function numberIn(typed: string | undefined, unit: number): string | number | undefined {
  const text = (typed ?? '').normalize('NFKC').replace(/[\s,]/g, '')
  if (text === '') return undefined
  if (!(unit === 1 ? /^-?\d+$/ : /^\d+(\.\d{1,2})?$/).test(text)) return text
  return Math.round(Number(text) * unit)
}

function filledRow({ title, due }: RowInput): RowInput[] {
  const words = title.trim()
  return words === '' ? [] : [{ title: words, ...(due ? { due } : {}) }]
}

function atLeastOne<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined
}

function emptyToNothing(value: FieldValue | undefined): FieldValue | undefined {
  return Array.isArray(value) && value.length === 0 ? undefined : value
}
