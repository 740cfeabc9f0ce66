import { View } from '@tarojs/components'
import { Icon } from '../../components/Icon'
import { Press } from '../../components/Press'
import { setLarge, useSettings } from '../../stores/settings'
import { say } from '../../words/say'

/** On top of what WeChat's own setting does. */
export function LargeCard() {
  const large = useSettings((settings) => settings.large)
  const state = large ? say.me.largeOn : say.me.largeOff
  return (
    <Press
      id="me-large"
      look="bare"
      className="card row"
      label={`${say.me.large} ${state}`}
      onPress={() => setLarge(!large)}
    >
      <Icon name="type" />
      <View className="grow">{say.me.large}</View>
      <View className={large ? 'strong' : 'quiet'}>{state}</View>
    </Press>
  )
}
