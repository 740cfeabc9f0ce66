import type { FieldType } from '@domain/form/formField'
import { Input } from 'antd'
import { withText } from './draft'
import { FieldFrame } from './FieldFrame'
import type { FieldProps } from './FieldProps'
import { saidOf } from './saidOf'

/** One line of a certain kind: telephone, number, money, day, moment, place. */
export function TypedField(props: FieldProps) {
  const { field, trouble, draft, edit } = props
  const unit = field.type === 'money' ? '元' : field.unit
  return (
    <FieldFrame {...props}>
      <Input
        {...saidOf(props)}
        {...looks[field.type]}
        className={isTime(field.type) ? 'field-time' : 'field-short'}
        value={draft.texts[field.name] ?? ''}
        status={trouble ? 'error' : ''}
        {...(unit ? { suffix: unit } : {})}
        onChange={(event) => edit((before) => withText(before, field.name, event.target.value))}
      />
    </FieldFrame>
  )
}

type Look = {
  readonly type?: string
  readonly inputMode?: 'numeric' | 'decimal' | 'tel'
  readonly placeholder?: string
}

const looks: { readonly [Type in FieldType]?: Look } = {
  phone: { type: 'tel', inputMode: 'tel' },
  number: { inputMode: 'numeric' },
  money: { inputMode: 'decimal', placeholder: '例如 1280.50' },
  day: { type: 'date' },
  moment: { type: 'datetime-local' },
  place: { placeholder: '经度,纬度，例如 112.3801,24.7852' },
}

function isTime(type: FieldType): boolean {
  return type === 'day' || type === 'moment'
}
