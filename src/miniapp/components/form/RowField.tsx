import { View } from '@tarojs/components'
import type { ChecklistView } from '@contract/views'
import { writeValue } from '../../stores/formDraft'
import { say } from '../../words/say'
import { sayTime } from '../../words/sayTime'
import { useNow } from '../useNow'
import { FieldLabel } from './FieldLabel'
import type { FieldProps } from './fieldProps'
import { OptionButton } from './OptionButton'

type Row = ChecklistView['rows'][number]

/** Which line of the matter's checklist; what is still open stands first. */
export function RowField({ id, draftKey, draft, field, about }: FieldProps) {
  const now = useNow()
  const rows = about.lists?.find(({ list }) => list === field.list)?.rows ?? []
  const sorted = [...rows.filter(({ doneAt }) => !doneAt), ...rows.filter(({ doneAt }) => doneAt)]
  return (
    <View className="field">
      <FieldLabel field={field} />
      {rows.length === 0 && <View className="quiet">{say.form.noRows}</View>}
      <View className="options">
        {sorted.map((row) => (
          <OptionButton
            key={row.key}
            id={`${id}-${row.key}`}
            title={row.title}
            hint={sayRow(row, now)}
            chosen={draft.values[field.name] === row.key}
            onPress={() => writeValue(draftKey, field.name, row.key)}
          />
        ))}
      </View>
    </View>
  )
}

function sayRow({ doneAt, dueAt, overdue }: Row, now: number): string {
  if (doneAt) return say.matter.rowDone(sayTime(doneAt, now))
  if (overdue) return say.form.overdueRow
  return dueAt ? say.matter.rowDue(sayTime(dueAt, now)) : ''
}
