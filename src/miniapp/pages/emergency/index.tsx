import { View } from '@tarojs/components'
import { Icon } from '../../components/Icon'
import { Press } from '../../components/Press'
import { Screen } from '../../components/Screen'
import { platform } from '../../platform/platform'
import { loadKinds, useKinds } from '../../stores/kinds'
import { useDidShow } from '../../platform/lifecycle'
import { signedInPerson } from '../../stores/session'
import { say } from '../../words/say'
import { startWithCamera } from '../home/startReport'

const EMERGENCIES = '08'

/** The telephone first: no report is quicker than 110. */
export default function EmergencyPage() {
  const kinds = useKinds((state) => state.kinds).filter(({ category }) => category === EMERGENCIES)
  useDidShow(() => {
    if (signedInPerson()) void loadKinds()
  })
  return (
    <Screen title={say.emergency.title}>
      <View className="section">{say.emergency.first}</View>
      {say.emergency.numbers.map(({ number, who }) => (
        <Press
          key={number}
          id={`call-${number}`}
          look="danger"
          className="call"
          label={`${say.report.call(number)} ${who}`}
          onPress={() => void platform.device.call(number).catch(() => undefined)}
        >
          <Icon name="phone" />
          <View className="number">{number}</View>
          <View className="grow">{who}</View>
        </Press>
      ))}
      {kinds.length > 0 && <View className="section">{say.emergency.then}</View>}
      {kinds.map(({ code, name, icon }) => (
        <Press
          key={code}
          id={`kind-${code}`}
          look="bare"
          className="line"
          label={name}
          onPress={() => void startWithCamera({ kind: code })}
        >
          <Icon name={icon} />
          <View className="grow">{name}</View>
        </Press>
      ))}
    </Screen>
  )
}
