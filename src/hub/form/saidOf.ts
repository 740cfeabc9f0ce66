import type { FieldProps } from './FieldProps'

/** What an input says of itself to those who hear the page. */
export function saidOf({ id, field, trouble }: Pick<FieldProps, 'id' | 'field' | 'trouble'>) {
  return {
    id,
    name: field.name,
    'aria-required': field.required,
    'aria-invalid': trouble !== undefined,
    ...(trouble ? { 'aria-describedby': `${id}-trouble` } : {}),
    'data-testid': `field-${field.name}`,
  }
}
