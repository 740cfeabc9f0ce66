import { View } from '@tarojs/components'
import { Notice } from '../../components/Notice'
import { Press } from '../../components/Press'
import { Tabs } from '../../components/Tabs'
import { platform } from '../../platform/platform'
import { say } from '../../words/say'
import type { PoolOrder as Order } from './usePoolOrder'

const ORDERS = ['due', 'near'] as const

/** Sorted by what is due, or by what is near; whoever does not say where they are goes on by due time. */
export function PoolOrder({ by, busy, trouble, sortBy }: Order) {
  const tabs = ORDERS.map((name) => ({
    name,
    id: `pool-${name}`,
    label: name === 'near' && busy ? say.matters.locating : say.matters.orders[name],
  }))
  return (
    <View>
      <Tabs tabs={tabs} chosen={by} onChoose={(name) => void sortBy(name)} />
      {trouble && <Notice text={say.matters.noPlace[trouble]} />}
      {trouble && (
        <View className="row">
          <Press
            id="pool-locate"
            className="grow"
            label={say.report.retry}
            onPress={() => void sortBy('near')}
          />
          {trouble === 'denied' && (
            <Press
              id="pool-permissions"
              className="grow"
              label={say.report.openPermissions}
              onPress={() => void platform.device.openPermissions().then(() => sortBy('near'))}
            />
          )}
        </View>
      )}
    </View>
  )
}
