import { Picker, View } from '@tarojs/components'
import dayjs from 'dayjs'
import { say } from '../../words/say'
import { sayDay } from '../../words/sayTime'
import { Icon } from '../Icon'
import { spoken } from '../spoken'

type Props = {
  id: string
  mode: 'date' | 'time'
  label: string
  /** Stands there until something is chosen. */
  hint?: string
  value: string | undefined
  daysAhead?: number
  onChoose: (value: string) => void
}

/** The phone's own wheel for a day or a time, behind a line that says what was chosen. */
export function DayPicker({ id, mode, label, hint, value, daysAhead, onChoose }: Props) {
  const now = dayjs()
  const shown = value && (mode === 'date' ? sayDay(value, now.valueOf()) : value)
  const end = daysAhead === undefined ? {} : { end: now.add(daysAhead, 'day').format(DAY) }
  const choose = (event: { detail: { value: string } }) => onChoose(event.detail.value)
  const face = (
    <View className="input picker" {...spoken(`${label}${shown ?? ''}`)}>
      <Icon name="day" size="small" />
      <View className={shown ? 'grow' : 'grow placeholder'}>
        {shown ?? hint ?? (mode === 'date' ? say.form.chooseDay : say.form.chooseTime)}
      </View>
    </View>
  )
  return mode === 'date' ? (
    <Picker
      id={id}
      className="grow"
      mode="date"
      value={value ?? now.format(DAY)}
      {...end}
      onChange={choose}
    >
      {face}
    </Picker>
  ) : (
    <Picker
      id={id}
      className="grow"
      mode="time"
      value={value ?? now.format('HH:mm')}
      onChange={choose}
    >
      {face}
    </Picker>
  )
}

const DAY = 'YYYY-MM-DD'
