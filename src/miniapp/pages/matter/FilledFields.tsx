import { View } from '@tarojs/components'
import type { FilledFieldView, MatterView } from '@contract/views'
import { Icon } from '../../components/Icon'
import { Press } from '../../components/Press'
import { platform } from '../../platform/platform'
import { sayDay } from '../../words/sayTime'
import { say } from '../../words/say'

type Props = { fields: MatterView['fields']; now: number }

/** What forms left behind. The question stands above its answer: both are as long as they like. */
export function FilledFields({ fields, now }: Props) {
  if (fields.length === 0) return null
  return (
    <View>
      <View className="section">{say.matter.fields}</View>
      <View className="card stack--close">
        {fields.map((field) =>
          field.type === 'phone' ? (
            <PhoneLine key={field.name} field={field} />
          ) : (
            <View key={field.name}>
              <View className="quiet small">{field.title}</View>
              <View className="lines">
                {field.type === 'day' ? sayDay(field.words, now) : field.words}
              </View>
            </View>
          ),
        )}
      </View>
    </View>
  )
}

function PhoneLine({ field: { name, title, words } }: { field: FilledFieldView }) {
  return (
    <View className="row row--apart">
      <View>
        <View className="quiet small">{title}</View>
        <View>{words}</View>
      </View>
      <Press
        id={`field-call-${name}`}
        look="quiet"
        label={say.matter.call(title)}
        onPress={() => void platform.device.call(words).catch(() => undefined)}
      >
        <Icon name="phone" size="small" />
        {say.matter.call('')}
      </Press>
    </View>
  )
}
