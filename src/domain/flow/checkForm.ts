import type { ActionInput } from '../matter/matter'
import { refuse, type Refusal } from '../shared/refusal'
import type { FormField } from './flowTable'

/** Holds what was filled in against the form of the action; the first field that fails is named. */
export function checkForm(form: readonly FormField[], input: ActionInput): Refusal | undefined {
  const unknown = Object.keys(input).find((name) => !form.some((field) => field.name === name))
  if (unknown) return refuse('matter.form-unknown-field', { field: unknown })
  for (const field of form) {
    const size = sizeOf(input[field.name as keyof ActionInput])
    if (field.required && size === 0)
      return refuse('matter.form-incomplete', { field: field.name, title: field.title })
    if (size > field.max)
      return refuse('matter.form-too-long', {
        field: field.name,
        title: field.title,
        max: field.max,
      })
  }
  return undefined
}

function sizeOf(value: ActionInput[keyof ActionInput]): number {
  if (value === undefined) return 0
  if (typeof value === 'string') return value.trim().length === 0 ? 0 : value.length
  return Array.isArray(value) ? value.length : 1
}
