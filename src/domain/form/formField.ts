import type { TaskOwner } from '../matter/matter'

/**
 * What one field of a form takes. On the wire and in the history the values are plain: texts, numbers, ids; money is
 * integer fen, a day is `2026-11-23`, a moment an ISO time with offset, a signature the id of its picture, a place
 * `112.3801,24.7852` (longitude, latitude) with the metres of its accuracy after them where they are known, a photo one
 * of those that the matter has already, by its id.
 */
export const fieldTypes = [
  'text',
  'phone',
  'choice',
  'yesNo',
  'consent',
  'number',
  'money',
  'day',
  'moment',
  'photos',
  'photo',
  'signature',
  'place',
  'owner',
  'owners',
  'person',
  'people',
  'area',
  'matter',
  'rows',
  'row',
] as const
export type FieldType = (typeof fieldTypes)[number]

export type FormField = {
  readonly name: string
  readonly title: string
  readonly type: FieldType
  /** A photo is never demanded of what must not be pictured (S2, S3): see `formFor`. A consent must be given. */
  readonly required: boolean
  /** Characters of a text, number of photos, people, owners or rows, or the largest number, days ahead of a day. */
  readonly max: number
  /** Smallest number; 0 when it is not said. */
  readonly min?: number
  readonly unit?: string
  readonly choices?: readonly Choice[]
  /** Ready sentences to choose from, still editable. */
  readonly templates?: readonly string[]
  /** What one agrees to, in full, above the box to tick. */
  readonly words?: string
  /** The checklist whose rows a `row` field chooses from. */
  readonly list?: string
  /** A `person` only of those who entered this roll. */
  readonly fromRoll?: string
  /** An `owner` only of these kinds: what one person alone may see is not given to a pool. */
  readonly ownerKinds?: readonly TaskOwner['kind'][]
  /** A number of minutes since the discovery: the phone measures it between two taps, and it may be corrected. */
  readonly timed?: true
  /** A number that is added to what is remembered: a tally. */
  readonly sums?: true
  /** A `person` whom it is about: they read that it was, by whom and why, and do not work on it. */
  readonly concerns?: true
  /** The county's own: a matter that another flow begins goes without, since its table cannot know of it. */
  readonly ofCounty?: true
  /** Remembered on the matter under its name, for conditions, later forms and the page; else only in the history. */
  readonly keeps?: true
  /** The reporter reads this; all else stays among those who work on the matter. */
  readonly shownToReporter?: true
  /** Everybody of the area may read it, in a flow that is open to them. */
  readonly shownToAll?: true
  /** Read only by whoever has the task, for so long after it was given to them, and each opening is logged. */
  readonly secretHours?: number
}

export type Choice = { readonly value: string; readonly title: string }

/** A line of a checklist as it is written into a form; `due` is a day or a moment. */
export type RowInput = { readonly title: string; readonly due?: string | undefined }

export type FieldValue =
  | string
  | number
  | boolean
  | TaskOwner
  | readonly string[]
  | readonly TaskOwner[]
  | readonly RowInput[]

/** What was filled in, by field name. */
export type Fields = { readonly [name: string]: FieldValue | undefined }

export function textOf(fields: Fields | undefined, name: string): string | undefined {
  const value = fields?.[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function numberOf(fields: Fields | undefined, name: string): number | undefined {
  const value = fields?.[name]
  return typeof value === 'number' ? value : undefined
}

/** The texts of a list field: file ids, people; a single text counts as a list of one. */
export function textsOf(fields: Fields | undefined, name: string): readonly string[] {
  const value = fields?.[name]
  if (typeof value === 'string') return value === '' ? [] : [value]
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

export function rowsOf(fields: Fields | undefined, name: string): readonly RowInput[] {
  const value = fields?.[name]
  return Array.isArray(value) ? value.filter(isRow) : []
}

export function ownersOf(fields: Fields | undefined, name: string): readonly TaskOwner[] {
  const value = fields?.[name]
  if (isOwner(value)) return [value]
  return Array.isArray(value) ? value.filter(isOwner) : []
}

export function isOwner(value: unknown): value is TaskOwner {
  return typeof value === 'object' && value !== null && 'kind' in value
}

function isRow(value: unknown): value is RowInput {
  return typeof value === 'object' && value !== null && 'title' in value
}
