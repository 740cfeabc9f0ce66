import { View } from '@tarojs/components'
import type { FormField } from '@domain/form/formField'
import { writeValue } from '../../stores/formDraft'
import { say } from '../../words/say'
import { FieldLabel } from './FieldLabel'
import type { FieldProps } from './fieldProps'
import { OptionButton } from './OptionButton'

type Option = { readonly key: string; readonly title: string; readonly value: string | boolean }

/** 是否, 满意不满意, one of a few: one tap on a large button. A second tap takes back what may be left out. */
export function ChoiceField({ id, draftKey, draft, field }: FieldProps) {
  const chosen = draft.values[field.name]
  const options = optionsOf(field)
  const choose = ({ value }: Option) => {
    const takenBack = value === chosen && !field.required
    writeValue(draftKey, field.name, takenBack ? undefined : value)
  }
  return (
    <View className="field">
      <FieldLabel field={field} />
      <View className={field.type === 'yesNo' ? 'options options--two' : 'options'}>
        {options.map((option) => (
          <OptionButton
            key={option.key}
            id={`${id}-${option.key}`}
            title={option.title}
            chosen={option.value === chosen}
            onPress={() => choose(option)}
          />
        ))}
      </View>
    </View>
  )
}

function optionsOf({ type, choices = [] }: FormField): Option[] {
  if (type === 'yesNo')
    return [
      { key: 'yes', title: say.form.yes, value: true },
      { key: 'no', title: say.form.no, value: false },
    ]
  return choices.map(({ value, title }) => ({ key: value, title, value }))
}
