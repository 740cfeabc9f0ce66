import { Input, View } from '@tarojs/components'
import type { FieldType } from '@domain/form/formField'
import { writeText } from '../../stores/formDraft'
import { say } from '../../words/say'
import { spoken } from '../spoken'
import { FieldLabel, titleOf } from './FieldLabel'
import type { FieldProps } from './fieldProps'

/** Which keys the phone shows. A telephone number may have a plus, so it is no number. */
const KEYS: Partial<Record<FieldType, 'number' | 'digit'>> = { number: 'number', money: 'digit' }
const DIGITS_MAX = 20

/** One line to type: a name, a telephone number, a number, yuan. */
export function LineField({ id, draftKey, draft, field }: FieldProps) {
  const { name, type, max } = field
  const unit = type === 'money' ? say.form.yuan : field.unit
  return (
    <View className="field">
      <FieldLabel field={field} />
      <View className="row">
        <Input
          id={id}
          className="input grow"
          type={KEYS[type] ?? 'text'}
          value={draft.texts[name] ?? ''}
          // A browser reads this to whoever cannot see the label; WeChat reads the label itself.
          placeholder={field.title}
          placeholderClass="placeholder"
          maxlength={type === 'text' ? max : DIGITS_MAX}
          onInput={(event) => writeText(draftKey, name, event.detail.value)}
          {...spoken(titleOf(field), 'textbox')}
        />
        {unit && <View>{unit}</View>}
      </View>
    </View>
  )
}
