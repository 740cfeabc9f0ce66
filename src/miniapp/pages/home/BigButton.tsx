import { View } from '@tarojs/components'
import { Icon } from '../../components/Icon'
import { Press } from '../../components/Press'

type Props = { id: string; icon: string; label: string; hint: string; onPress: () => void }

/** The one thing to do, a third of the screen. */
export function BigButton({ id, icon, label, hint, onPress }: Props) {
  return (
    <Press id={id} look="primary" className="big" label={label} onPress={onPress}>
      <Icon name={icon} size="large" />
      <View className="big__label">{label}</View>
      <View className="big__hint">{hint}</View>
    </Press>
  )
}
