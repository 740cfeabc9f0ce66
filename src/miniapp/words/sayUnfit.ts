import type { FieldType, FormField } from '@domain/form/formField'
import type { Refusal } from '@domain/shared/refusal'
import { formWords } from './formWords'

/** Which field does not fit and what would, in a sentence. */
export function sayUnfit(field: FormField | undefined, { refused, details }: Refusal): string {
  if (!field) return formWords.unknownField
  const { title, type, unit = '' } = field
  switch (refused) {
    case 'matter.form-incomplete':
      return formWords.missing[type]?.(title) ?? formWords.missingValue(title)
    case 'matter.form-too-long':
      return sayTooMuch(field)
    case 'matter.form-too-small':
      return formWords.tooSmall(title, `${Number(details?.min ?? 0)}${unit}`)
    default:
      return formWords.wrong[type]?.(title) ?? formWords.wrongValue(title)
  }
}

function sayTooMuch({ title, type, max, unit = '' }: FormField): string {
  if (type === 'day' || type === 'moment') return formWords.tooFar(title)
  if (type === 'money') return formWords.tooLarge(title, `${max / 100} 元`)
  if (type === 'number') return formWords.tooLarge(title, `${max}${unit}`)
  return written.has(type) ? formWords.tooLong(title, max) : formWords.tooMany(title, max)
}

const written: ReadonlySet<FieldType> = new Set(['text', 'phone'])
