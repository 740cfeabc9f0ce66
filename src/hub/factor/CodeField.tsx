import { Input } from 'antd'

type Props = {
  readonly label: string
  readonly value: string
  readonly maxLength: number
  readonly onChange: (value: string) => void
}

/** Where the code from the phone is typed, or pasted by the browser. */
export function CodeField({ label, value, maxLength, onChange }: Props) {
  return (
    <label>
      {label}
      <Input
        value={value}
        onChange={(event) => onChange(event.target.value)}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={maxLength}
        autoFocus
        data-testid="factor-code"
      />
    </label>
  )
}
