import { View } from '@tarojs/components'
import { Icon } from '../../components/Icon'
import { Press } from '../../components/Press'
import { platform } from '../../platform/platform'
import { zh } from '../../words/zh'

export function EmergencyCall({ number }: { number: string }) {
  return (
    <View className="card card--alarm">
      <View className="strong">{zh.report.emergencyFirst(number)}</View>
      <Press
        id="report-call"
        look="danger"
        label={zh.report.call(number)}
        onPress={() => void platform.device.call(number).catch(() => undefined)}
      >
        <Icon name="phone" size="small" />
        {zh.report.call(number)}
      </Press>
    </View>
  )
}
