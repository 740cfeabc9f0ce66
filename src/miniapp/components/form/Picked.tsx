import { View } from '@tarojs/components'
import { say } from '../../words/say'
import { Icon } from '../Icon'
import { Press } from '../Press'

type Props = { id: string; names: readonly string[]; onRemove: (at: number) => void }

/** Who or what was chosen, each with its way back. */
export function Picked({ id, names, onRemove }: Props) {
  return (
    <>
      {names.map((name, index) => (
        <View key={name} className="picked">
          <Icon name="ok" size="small" />
          <View className="grow strong">{name}</View>
          <Press
            id={`${id}-remove-${index}`}
            look="quiet"
            wordless
            label={say.form.remove(name)}
            onPress={() => onRemove(index)}
          >
            <Icon name="cross" size="small" />
          </Press>
        </View>
      ))}
    </>
  )
}
