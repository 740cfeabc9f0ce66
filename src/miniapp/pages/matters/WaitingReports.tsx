import { View } from '@tarojs/components'
import { Icon } from '../../components/Icon'
import { Press } from '../../components/Press'
import { platform } from '../../platform/platform'
import { itemState } from '../../queue/queueItem'
import { useQueue } from '../../stores/sendQueue'
import { say } from '../../words/say'

/** Reports the township does not have yet stand above those it has. */
export function WaitingReports() {
  const { items, sending } = useQueue()
  const waiting = items.filter(
    (item) => item.operation === 'reportMatter' && item.step === 'command',
  )
  return (
    <>
      {waiting.map((item, index) => (
        <Press
          key={item.itemId}
          id={`waiting-${index}`}
          look="bare"
          className="card matter-card"
          label={item.label.title}
          onPress={() => platform.routes.open('/pages/queue/index')}
        >
          <View className="row">
            <Icon name={item.label.icon ?? 'write'} />
            <View className="grow">
              <View className="strong">{item.label.title}</View>
              <View className={`state state--${itemState(item, sending)}`}>
                {say.queue.state[itemState(item, sending)]}
              </View>
            </View>
          </View>
        </Press>
      ))}
    </>
  )
}
