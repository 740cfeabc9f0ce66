import { Input, View } from '@tarojs/components'
import { rowsOf, type RowInput } from '@domain/form/formField'
import { writeValue } from '../../stores/formDraft'
import { say } from '../../words/say'
import { Icon } from '../Icon'
import { Press } from '../Press'
import { spoken } from '../spoken'
import { DayPicker } from './DayPicker'
import { FieldLabel } from './FieldLabel'
import type { FieldProps } from './fieldProps'
import { dayOf, momentOf, timeOf } from './momentParts'

/** A line of a checklist is as long as people write on one line. */
const ROW_TITLE_MAX = 60
const EMPTY: readonly RowInput[] = [{ title: '' }]

/** 清单, line by line, each with a day where it has one. Empty lines are not sent. */
export function RowsField({ id, draftKey, draft, field }: FieldProps) {
  const kept = rowsOf(draft.values, field.name)
  const rows = kept.length > 0 ? kept : EMPTY
  const write = (changed: readonly RowInput[]) =>
    writeValue(draftKey, field.name, changed.length > 0 ? changed : undefined)
  const change = (at: number, row: RowInput) =>
    write(rows.map((other, index) => (index === at ? row : other)))
  return (
    <View className="field">
      <FieldLabel field={field} />
      {rows.map((row, index) => (
        <RowLine
          key={index}
          id={`${id}-${index}`}
          n={index + 1}
          row={row}
          onChange={(changed) => change(index, changed)}
          onRemove={() => write(rows.filter((_, at) => at !== index))}
        />
      ))}
      {rows.length < field.max && (
        <Press
          id={`${id}-add`}
          label={say.form.addRow}
          onPress={() => write([...rows, { title: '' }])}
        />
      )}
    </View>
  )
}

type LineProps = {
  id: string
  n: number
  row: RowInput
  onChange: (row: RowInput) => void
  onRemove: () => void
}

function RowLine({ id, n, row, onChange, onRemove }: LineProps) {
  const { title } = row
  return (
    <View className="card form-row">
      <View className="row">
        <Input
          id={id}
          className="input grow"
          value={title}
          maxlength={ROW_TITLE_MAX}
          placeholder={say.form.rowTitle(n)}
          placeholderClass="placeholder"
          onInput={(event) => onChange({ ...row, title: event.detail.value })}
          {...spoken(say.form.rowTitle(n), 'textbox')}
        />
        <Press
          id={`${id}-remove`}
          look="quiet"
          wordless
          label={say.form.removeRow(n)}
          onPress={onRemove}
        >
          <Icon name="cross" size="small" />
        </Press>
      </View>
      <RowDue id={`${id}-due`} n={n} row={row} onChange={onChange} />
    </View>
  )
}

/** A day, and where it matters the hour: a section of a dike is walked by four in the afternoon. */
function RowDue({ id, n, row: { title, due }, onChange }: Omit<LineProps, 'onRemove'>) {
  const day = dayOf(due)
  const time = timeOf(due)
  const label = [say.form.rowTitle(n), say.form.rowDue].join(say.comma)
  const write = (newDay: string, newTime: string | undefined) =>
    onChange({ title, due: newTime ? momentOf(newDay, newTime) : newDay })
  return (
    <View className="row row--wrap">
      <DayPicker
        id={id}
        mode="date"
        label={label}
        hint={say.form.rowDue}
        value={day}
        onChoose={(chosen) => write(chosen, time)}
      />
      {day && (
        <DayPicker
          id={`${id}-time`}
          mode="time"
          label={label}
          hint={say.form.rowTime}
          value={time}
          onChoose={(chosen) => write(day, chosen)}
        />
      )}
      {due && <Press look="quiet" label={say.form.clear} onPress={() => onChange({ title })} />}
    </View>
  )
}
