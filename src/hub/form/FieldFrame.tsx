import type { ReactNode } from 'react'
import type { FieldProps } from './FieldProps'

type Props = Pick<FieldProps, 'id' | 'field' | 'trouble'> & {
  /** Several things to press together make the field; the title names the group instead of one input. */
  readonly group?: 'group' | 'radiogroup'
  readonly children: ReactNode
}

/** Title, field and what is wrong with it, tied together for those who hear the page. */
export function FieldFrame({ id, field, trouble, group, children }: Props) {
  const heading = (
    <>
      {field.title}
      <span className="quiet">{field.required ? '（必填）' : '（可不填）'}</span>
    </>
  )
  return (
    <div
      className="field"
      data-field={field.name}
      {...(group ? { role: group, 'aria-labelledby': `${id}-title` } : {})}
      {...(group && trouble ? { 'aria-describedby': `${id}-trouble` } : {})}
    >
      {group ? (
        <span id={`${id}-title`} className="field-title">
          {heading}
        </span>
      ) : (
        <label htmlFor={id} className="field-title">
          {heading}
        </label>
      )}
      {children}
      {trouble && (
        <p id={`${id}-trouble`} className="field-trouble" role="alert" data-testid="field-trouble">
          {trouble}
        </p>
      )}
    </div>
  )
}
