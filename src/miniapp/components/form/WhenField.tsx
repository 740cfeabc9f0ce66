import { View } from '@tarojs/components'
import { textOf } from '@domain/form/formField'
import { writeValue } from '../../stores/formDraft'
import { say } from '../../words/say'
import { Press } from '../Press'
import { DayPicker } from './DayPicker'
import { FieldLabel } from './FieldLabel'
import type { FieldProps } from './fieldProps'
import { dayOf, momentOf, timeOf } from './momentParts'

/** When offices open: shown at once beside the day, and changed where it does not fit. */
const USUAL_TIME = '09:00'

/** 日期, or 日期 with 时间, by the phone's own wheels. */
export function WhenField({ id, draftKey, draft, field }: FieldProps) {
  const { name, type, max, required } = field
  const value = textOf(draft.values, name)
  const day = dayOf(value)
  const time = timeOf(value)
  const write = (newDay: string, newTime: string) =>
    writeValue(draftKey, name, type === 'day' ? newDay : momentOf(newDay, newTime))
  return (
    <View className="field">
      <FieldLabel field={field} />
      <View className="row row--wrap">
        <DayPicker
          id={id}
          mode="date"
          label={[field.title, say.form.chooseDay].join(say.comma)}
          value={day}
          daysAhead={max}
          onChoose={(chosen) => write(chosen, time ?? USUAL_TIME)}
        />
        {type === 'moment' && day && (
          <DayPicker
            id={`${id}-time`}
            mode="time"
            label={[field.title, say.form.chooseTime].join(say.comma)}
            value={time}
            onChoose={(chosen) => write(day, chosen)}
          />
        )}
        {value && !required && (
          <Press
            id={`${id}-clear`}
            look="quiet"
            label={say.form.clear}
            onPress={() => writeValue(draftKey, name, undefined)}
          />
        )}
      </View>
    </View>
  )
}
