import { View } from '@tarojs/components'
import { say } from '../../words/say'
import { Icon } from '../Icon'
import { Press } from '../Press'

type Props = { id: string; title: string; hint?: string; chosen: boolean; onPress: () => void }

/** Chosen is a tick and a filled button, never the colour alone; the tick's room is there before it is. */
export function OptionButton({ id, title, hint, chosen, onPress }: Props) {
  return (
    <Press
      id={id}
      look={chosen ? 'primary' : 'plain'}
      className="option"
      label={chosen ? say.form.chosen(title) : title}
      onPress={onPress}
    >
      <Icon name={chosen ? 'ok' : 'ring'} size="small" />
      <View className="grow">
        <View>{title}</View>
        {hint && <View className="small">{hint}</View>}
      </View>
    </Press>
  )
}
