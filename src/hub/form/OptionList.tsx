import type { ReactNode } from 'react'

export type Option = {
  readonly key: string
  readonly title: ReactNode
  readonly detail?: ReactNode
}

type Props = {
  readonly name: string
  readonly options: readonly Option[]
  readonly isChosen: (key: string) => boolean
  readonly onChoose: (key: string) => void
  /** Several at once. */
  readonly many?: boolean
  readonly testId?: string
}

/** Buttons rather than a list that opens: all are in sight, and the arrow keys move between them. */
export function OptionList({ name, options, isChosen, onChoose, many, testId = 'option' }: Props) {
  return (
    <>
      {options.map(({ key, title, detail }) => (
        <label key={key} className="owner" data-testid={testId} data-value={key}>
          <input
            type={many ? 'checkbox' : 'radio'}
            name={name}
            checked={isChosen(key)}
            onChange={() => onChoose(key)}
          />
          <b>{title}</b>
          {detail !== undefined && <span className="quiet">{detail}</span>}
        </label>
      ))}
    </>
  )
}
