import type { FieldType, FormField } from '@domain/form/formField'
import type { Refusal } from '@domain/shared/refusal'
import { say } from './say'

/** Which field does not fit and what would, in a sentence. */
export function sayUnfit(field: FormField | undefined, { refused, details }: Refusal): string {
  if (!field) return say.form.unknownField
  const { title, type, unit = '' } = field
  switch (refused) {
    case 'matter.form-incomplete':
      return say.form.missing[type]?.(title) ?? say.form.missingValue(title)
    case 'matter.form-too-long':
      return sayTooMuch(field)
    case 'matter.form-too-small':
      return say.form.tooSmall(title, `${Number(details?.min ?? 0)}${unit}`)
    default:
      return say.form.wrong[type]?.(title) ?? say.form.wrongValue(title)
  }
}

function sayTooMuch({ title, type, max, unit = '' }: FormField): string {
  if (type === 'day' || type === 'moment') return say.form.tooFar(title)
  if (type === 'money') return say.form.tooLarge(title, say.form.yuanOf(max / 100))
  if (type === 'number') return say.form.tooLarge(title, `${max}${unit}`)
  return written.has(type) ? say.form.tooLong(title, max) : say.form.tooMany(title, max)
}

const written: ReadonlySet<FieldType> = new Set(['text', 'phone'])
