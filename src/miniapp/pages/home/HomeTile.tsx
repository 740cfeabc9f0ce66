import { View } from '@tarojs/components'
import { Icon } from '../../components/Icon'
import { Press } from '../../components/Press'

type Props = { id: string; icon: string; label: string; alarm?: boolean; onPress: () => void }

export function HomeTile({ id, icon, label, alarm = false, onPress }: Props) {
  return (
    <Press
      id={id}
      look="bare"
      className={`card home-tile ${alarm ? 'home-tile--alarm' : ''}`}
      label={label}
      onPress={onPress}
    >
      <Icon name={icon} />
      <View className="strong">{label}</View>
    </Press>
  )
}
