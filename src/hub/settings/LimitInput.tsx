import { useState } from 'react'
import type { TimeLimit } from './editSettings'

type Unit = 'minutes' | 'hours' | 'days' | 'working'

const units = {
  minutes: { title: '分钟', hours: 1 / 60, clock: 'elapsed' },
  hours: { title: '小时', hours: 1, clock: 'elapsed' },
  days: { title: '天', hours: 24, clock: 'elapsed' },
  working: { title: '工作小时', hours: 1, clock: 'working' },
} as const

type Props = {
  readonly id: string
  readonly title: string
  readonly describedBy: string | undefined
  readonly value: TimeLimit
  readonly onChange: (limit: TimeLimit) => void
}

/** A number and its unit; 小时 counts day and night, 工作小时 only what is worked. */
export function LimitInput({ id, title, describedBy, value, onChange }: Props) {
  const [unit, setUnit] = useState<Unit>(() => unitOf(value))
  // Another clock has been set from outside: the limit was put back to the product's.
  const shown = units[unit].clock === value.clock ? unit : unitOf(value)
  const give = (count: number, inUnit: Unit) =>
    onChange({ hours: count * units[inUnit].hours, clock: units[inUnit].clock })
  const count = Math.round((value.hours / units[shown].hours) * 100) / 100
  return (
    <span className="set-limit">
      <input
        id={id}
        type="number"
        min={0}
        step="any"
        value={count}
        aria-describedby={describedBy}
        aria-invalid={describedBy !== undefined}
        onChange={({ target }) => give(Number(target.value), shown)}
      />
      <select
        aria-label={`${title}的单位`}
        value={shown}
        onChange={({ target }) => {
          const next = target.value as Unit
          setUnit(next)
          give(count, next)
        }}
      >
        {Object.entries(units).map(([name, row]) => (
          <option key={name} value={name}>
            {row.title}
          </option>
        ))}
      </select>
    </span>
  )
}

function unitOf({ hours, clock }: TimeLimit): Unit {
  if (clock === 'working') return 'working'
  if (hours < 1) return 'minutes'
  return hours >= 48 && hours % 24 === 0 ? 'days' : 'hours'
}
