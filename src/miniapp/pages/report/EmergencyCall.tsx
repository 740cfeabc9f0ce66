import { View } from '@tarojs/components'
import { Icon } from '../../components/Icon'
import { Press } from '../../components/Press'
import { platform } from '../../platform/platform'
import { say } from '../../words/say'

export function EmergencyCall({ number }: { number: string }) {
  return (
    <View className="card card--alarm">
      <View className="strong">{say.report.emergencyFirst(number)}</View>
      <Press
        id="report-call"
        look="danger"
        label={say.report.call(number)}
        onPress={() => void platform.device.call(number).catch(() => undefined)}
      >
        <Icon name="phone" size="small" />
        {say.report.call(number)}
      </Press>
    </View>
  )
}
