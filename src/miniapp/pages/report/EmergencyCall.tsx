import { View } from '@tarojs/components'
import { Icon } from '../../components/Icon'
import { Press } from '../../components/Press'
import { platform } from '../../platform/platform'
import { say } from '../../words/say'

/** The telephone before the form: no report is quicker. */
export function EmergencyCall({ numbers }: { numbers: readonly string[] }) {
  const [first] = numbers
  if (first === undefined) return null
  return (
    <View className="card card--alarm">
      <View className="strong">{say.report.emergencyFirst(first)}</View>
      <View className="row">
        {numbers.map((number, at) => (
          <Press
            key={number}
            id={at === 0 ? 'report-call' : `report-call-${number}`}
            look="danger"
            className="grow"
            label={say.report.call(number)}
            onPress={() => void platform.device.call(number).catch(() => undefined)}
          >
            <Icon name="phone" size="small" />
            {say.report.call(number)}
          </Press>
        ))}
      </View>
    </View>
  )
}
