import type { FormField } from '../form/formField'
import type { Matter } from '../matter/matter'
import type { ActionRow } from './flowTable'

/** The form as this matter demands it: what must not be pictured (S2, S3) needs no photo. */
export function formFor(row: Pick<ActionRow, 'form'>, matter: Matter): FormField[] {
  const noPictures = matter.sensitivity === 'S2' || matter.sensitivity === 'S3'
  return row.form.map((field) =>
    field.type === 'photos' && noPictures ? { ...field, required: false } : field,
  )
}
