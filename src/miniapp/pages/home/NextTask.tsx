import { View } from '@tarojs/components'
import type { MatterView } from '@contract/views'
import { MatterCard } from '../../components/MatterCard'
import { Notice } from '../../components/Notice'
import { Press } from '../../components/Press'
import { Waiting } from '../../components/Waiting'
import { platform } from '../../platform/platform'
import type { MatterList } from '../../stores/lists'
import { openAct } from '../../stores/openBox'
import { findPrimaryStep } from '../../stores/taskNumbers'
import { say } from '../../words/say'

type Props = { list: MatterList; first: MatterView | undefined; now: number }

/** The task that is due first, with what can be done about it right here. */
export function NextTask({ list, first, now }: Props) {
  if (!first) {
    if (list.state === 'loading' || list.state === 'new') return <Waiting rows={1} />
    return <Notice text={list.state === 'unreachable' ? say.nothingKept : say.home.noTask} />
  }
  const step = findPrimaryStep(first)
  const { place } = first
  const { openMap } = platform.device
  return (
    <View>
      <MatterCard id="home-next" matter={first} now={now} deadline />
      <View className="row">
        {place && openMap && (
          <Press
            id="home-navigate"
            className="grow"
            label={say.matter.navigate}
            onPress={() => void openMap(place, first.area.name).catch(() => undefined)}
          />
        )}
        {step && (
          <Press
            id="home-finish"
            look="primary"
            className="grow"
            label={step.title}
            onPress={() => openAct(first.matterId, step.action)}
          />
        )}
      </View>
    </View>
  )
}
