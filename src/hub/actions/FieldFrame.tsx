import type { ReactNode } from 'react'

type Props = {
  readonly id: string
  readonly title: string
  readonly required: boolean
  readonly trouble: string | undefined
  readonly children: ReactNode
}

/** Title, field and what is wrong with it, tied together for those who hear the page. */
export function FieldFrame({ id, title, required, trouble, children }: Props) {
  return (
    <div className="field">
      <label htmlFor={id}>
        {title}
        <span className="quiet">{required ? '（必填）' : '（可不填）'}</span>
      </label>
      {children}
      {trouble && (
        <p id={`${id}-trouble`} className="field-trouble" role="alert" data-testid="field-trouble">
          {trouble}
        </p>
      )}
    </div>
  )
}
