import type { FieldValue } from '@domain/form/formField'
import { withValue } from './draft'
import { FieldFrame } from './FieldFrame'
import type { FieldProps } from './FieldProps'
import { OptionList, type Option } from './OptionList'

type Valued = Option & { readonly value: FieldValue }

const yesAndNo: readonly Valued[] = [
  { key: 'yes', title: '是', value: true },
  { key: 'no', title: '否', value: false },
]

/** One of the words of the table, yes or no, or a line of the matter's own checklist. */
export function ChoiceField(props: FieldProps) {
  const { id, field, draft, edit } = props
  const options = optionsOf(props)
  const chosen = draft.values[field.name]
  return (
    <FieldFrame {...props} group="radiogroup">
      <div className={field.type === 'row' ? 'owners' : 'options'}>
        {options.length === 0 && <p className="quiet">清单上还没有内容</p>}
        <OptionList
          name={id}
          options={options}
          isChosen={(key) => options.some((one) => one.key === key && one.value === chosen)}
          onChoose={(key) => {
            const value = options.find((one) => one.key === key)?.value
            edit((before) => withValue(before, field.name, value))
          }}
        />
      </div>
    </FieldFrame>
  )
}

function optionsOf({ field, place }: FieldProps): readonly Valued[] {
  if (field.type === 'yesNo') return yesAndNo
  if (field.type === 'row') return rowOptions(field.list ?? '', place.matter)
  return (field.choices ?? []).map(({ value, title }) => ({ key: value, title, value }))
}

/** What is still to be done first; some may be done more than once, so none is left out. */
function rowOptions(list: string, matter: FieldProps['place']['matter']): Valued[] {
  const rows = matter?.lists.find((one) => one.list === list)?.rows ?? []
  const sorted = [...rows].sort((one, other) => Number(isDone(one)) - Number(isDone(other)))
  return sorted.map((row) => ({
    key: row.key,
    title: row.title,
    detail: isDone(row) ? '已办' : row.overdue ? '已到期' : '',
    value: row.key,
  }))
}

function isDone({ doneAt }: { readonly doneAt?: string | undefined }): boolean {
  return doneAt !== undefined
}
