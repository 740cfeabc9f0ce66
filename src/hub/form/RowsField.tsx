import { rowsOf, type RowInput } from '@domain/form/formField'
import { Button, Input } from 'antd'
import { useRef, type ClipboardEvent, type KeyboardEvent } from 'react'
import { withValue } from './draft'
import { FieldFrame } from './FieldFrame'
import type { FieldProps } from './FieldProps'
import { saidOf } from './saidOf'

const TITLE_MAX = 60
/** 2026-12-01T09:30:00+08:00: where the day and the hour end. */
const DAY_LENGTH = 10
const HOUR_END = 16
const emptyRow: RowInput = { title: '' }

/** Lines of a checklist, each with a day if it has one. Enter begins the next; a pasted list becomes lines. */
export function RowsField(props: FieldProps) {
  const { field, draft, edit } = props
  const kept = rowsOf(draft.values, field.name)
  const rows = kept.length > 0 ? kept : [emptyRow]
  const list = useRef<HTMLOListElement>(null)
  const put = (next: readonly RowInput[]) => {
    const isUntouched = next.every(({ title, due }) => title === '' && due === undefined)
    edit((before) =>
      withValue(before, field.name, isUntouched && next.length <= 1 ? undefined : next),
    )
  }
  const change = (at: number, row: RowInput) =>
    put(rows.map((one, index) => (index === at ? row : one)))
  const add = () => {
    put([...rows, emptyRow])
    // The line is drawn first; then the hands go on in it.
    setTimeout(() => list.current?.querySelector<HTMLElement>('li:last-child input')?.focus())
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    if (!event.nativeEvent.isComposing) add()
  }
  const paste = (at: number) => (event: ClipboardEvent) => {
    const lines = linesOf(event.clipboardData.getData('text'))
    if (lines.length < 2) return
    event.preventDefault()
    const before = rows.slice(0, at).concat(rows[at]?.title ? [rows[at]] : [])
    put([...before, ...lines.map((title) => ({ title })), ...rows.slice(at + 1)])
  }

  return (
    <FieldFrame {...props} group="group">
      <ol ref={list} className="draft-rows">
        {rows.map((row, at) => (
          <RowLine
            key={at}
            said={at === 0 ? saidOf(props) : {}}
            number={at + 1}
            row={row}
            onChange={(next) => change(at, next)}
            onDrop={
              rows.length > 1 ? () => put(rows.filter((_, index) => index !== at)) : undefined
            }
            onKeyDown={press}
            onPaste={paste(at)}
          />
        ))}
      </ol>
      <Button onClick={add} disabled={rows.length >= field.max} data-testid="row-add">
        再加一行
      </Button>
    </FieldFrame>
  )
}

type LineProps = {
  readonly said: Partial<ReturnType<typeof saidOf>>
  readonly number: number
  readonly row: RowInput
  readonly onChange: (row: RowInput) => void
  readonly onDrop: (() => void) | undefined
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onPaste: (event: ClipboardEvent) => void
}

function RowLine({ said, number, row, onChange, onDrop, onKeyDown, onPaste }: LineProps) {
  return (
    <li data-testid="draft-row">
      <Input
        {...said}
        aria-label={`第 ${number} 行`}
        value={row.title}
        maxLength={TITLE_MAX}
        onChange={(event) => onChange({ ...row, title: event.target.value })}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        data-testid="row-title"
      />
      <RowDue number={number} row={row} onChange={onChange} />
      {onDrop && (
        <Button size="small" onClick={onDrop} aria-label={`去掉第 ${number} 行`}>
          去掉
        </Button>
      )}
    </li>
  )
}

type DueProps = Pick<LineProps, 'number' | 'row' | 'onChange'>

/** A day, and the hour of it where it matters. */
function RowDue({ number, row: { title, due = '' }, onChange }: DueProps) {
  const [day = '', hour = ''] = [due.slice(0, DAY_LENGTH), due.slice(DAY_LENGTH + 1, HOUR_END)]
  const put = (newDay: string, newHour: string) => {
    if (newDay === '') return onChange({ title })
    onChange({ title, due: newHour === '' ? newDay : `${newDay}T${newHour}:00+08:00` })
  }
  return (
    <>
      <Input
        type="date"
        className="field-time"
        aria-label={`第 ${number} 行哪天前，可不填`}
        value={day}
        onChange={(event) => put(event.target.value, hour)}
        data-testid="row-due"
      />
      {day !== '' && (
        <Input
          type="time"
          className="row-hour"
          aria-label={`第 ${number} 行几点前，可不填`}
          value={hour}
          onChange={(event) => put(day, event.target.value)}
          data-testid="row-hour"
        />
      )}
    </>
  )
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim().slice(0, TITLE_MAX))
    .filter((line) => line !== '')
}
