import { Textarea, View } from '@tarojs/components'
import { Press } from './Press'
import { spoken } from './spoken'

type Props = {
  id: string
  title: string
  value: string
  max: number
  hint?: string
  templates?: readonly string[]
  onChange: (text: string) => void
}

export function TextField({ id, title, value, max, hint, templates = [], onChange }: Props) {
  return (
    <View className="field">
      <View className="label">{title}</View>
      {templates.length > 0 && (
        <View className="chips">
          {templates.map((template, index) => (
            <Press
              key={template}
              id={`${id}-template-${index}`}
              className="chip"
              label={template}
              onPress={() => onChange(template)}
            />
          ))}
        </View>
      )}
      <Textarea
        id={id}
        className="input input--text"
        value={value}
        maxlength={max}
        autoHeight
        // A browser reads this to whoever cannot see the label; WeChat reads the label itself.
        placeholder={hint ?? title}
        placeholderClass="placeholder"
        onInput={(event) => onChange(event.detail.value)}
        {...spoken(title, 'textbox')}
      />
    </View>
  )
}
