import { isAreaCode } from '../area/areaCode'
import type { Matter } from '../matter/matter'
import type { Instant } from '../shared/instant'
import { DAY_MS } from '../shared/instant'
import { refuse, type Refusal } from '../shared/refusal'
import { isOwner, type Fields, type FieldValue, type FormField } from './formField'

/** What a field is held against beside itself. */
export type FormGround = {
  readonly now: Instant
  readonly lists?: Matter['lists']
  /** The pictures that the matter has. */
  readonly photos?: readonly { readonly fileId: string }[]
}

/** Holds what was filled in against the form of the action; the first field that fails is named. */
export function checkForm(
  form: readonly FormField[],
  input: Fields,
  ground: FormGround,
): Refusal | undefined {
  const unknown = Object.keys(input).find((name) => !form.some((field) => field.name === name))
  if (unknown) return refuse('matter.form-unknown-field', { field: unknown })
  for (const field of form) {
    const refusal = checkField(field, input[field.name], ground)
    if (refusal) return refusal
  }
  return undefined
}

function checkField(
  field: FormField,
  value: FieldValue | undefined,
  ground: FormGround,
): Refusal | undefined {
  const about = { field: field.name, title: field.title }
  if (isEmpty(value)) return field.required ? refuse('matter.form-incomplete', about) : undefined
  if (field.type === 'consent' && value !== true)
    return field.required ? refuse('matter.form-incomplete', about) : undefined
  if (!isOfType(field, value, ground)) return refuse('matter.form-wrong-value', about)
  const size = sizeOf(field, value, ground.now)
  if (size > field.max) return refuse('matter.form-too-long', { ...about, max: field.max })
  if (typeof value === 'number' && size < (field.min ?? 0))
    return refuse('matter.form-too-small', { ...about, min: field.min ?? 0 })
  return undefined
}

function isEmpty(value: FieldValue | undefined): boolean {
  if (typeof value === 'string') return value.trim() === ''
  return value === undefined || (Array.isArray(value) && value.length === 0)
}

function isOfType(
  field: FormField,
  value: FieldValue | undefined,
  { now, lists, photos }: FormGround,
): boolean {
  switch (field.type) {
    case 'text':
    case 'person':
    case 'matter':
    case 'signature':
      return typeof value === 'string'
    case 'place':
      return isPlace(value)
    case 'phone':
      return typeof value === 'string' && /^[\d+ -]{3,}$/.test(value)
    case 'choice':
      return field.choices?.some((choice) => choice.value === value) ?? false
    case 'yesNo':
    case 'consent':
      return typeof value === 'boolean'
    case 'number':
    case 'money':
      return typeof value === 'number' && Number.isSafeInteger(value)
    case 'day':
      return isDay(value)
    case 'moment':
      return typeof value === 'string' && Date.parse(value) > now - DAY_MS
    case 'photos':
    case 'people':
      return Array.isArray(value) && value.every((one) => typeof one === 'string')
    case 'area':
      return typeof value === 'string' && isAreaCode(value)
    case 'photo':
      return photos?.some(({ fileId }) => fileId === value) ?? false
    case 'owner':
      return isOwner(value) && (field.ownerKinds?.includes(value.kind) ?? true)
    case 'owners':
      return Array.isArray(value) && value.every(isOwner)
    case 'rows':
      return Array.isArray(value) && value.every(isRowInput)
    case 'row':
      return lists?.[field.list ?? '']?.some((row) => row.key === value) ?? false
  }
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !isNaN(Date.parse(value))
}

/** A line of a checklist: as long as people write on one line. */
const ROW_TITLE_MAX = 60

function isRowInput(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('title' in value)) return false
  const { title, due } = value as { title: unknown; due?: unknown }
  const named = typeof title === 'string' && title.trim() !== '' && title.length <= ROW_TITLE_MAX
  return named && (due === undefined || isDay(due) || isMoment(due))
}

/** An ISO time with its offset: without one nobody knows when it is. */
function isMoment(value: unknown): boolean {
  const written = typeof value === 'string' && /T\d{2}:\d{2}.*(Z|[+-]\d{2}:\d{2})$/.test(value)
  return written && !isNaN(Date.parse(value))
}

function isPlace(value: unknown): boolean {
  if (typeof value !== 'string' || !/^-?\d+(\.\d+)?,-?\d+(\.\d+)?(,\d+)?$/.test(value)) return false
  const [longitude = NaN, latitude = NaN] = value.split(',').map(Number)
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90
}

/** What `max` limits: characters, pieces, the number itself, or the days a moment lies ahead. */
function sizeOf({ type }: FormField, value: FieldValue | undefined, now: Instant): number {
  if ((type === 'day' || type === 'moment') && typeof value === 'string')
    return (Date.parse(value) - now) / DAY_MS
  if (typeof value === 'number') return value
  if (typeof value === 'string' && type !== 'choice' && type !== 'photo') return value.length
  return Array.isArray(value) ? value.length : 1
}
