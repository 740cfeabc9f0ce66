import { View } from '@tarojs/components'
import { Press } from '../../components/Press'
import type { ListName } from '../../stores/lists'
import { zh } from '../../words/zh'

const BOXES: readonly ListName[] = ['mine', 'pool', 'done', 'reports']

export function BoxTabs({ box, onChoose }: { box: ListName; onChoose: (box: ListName) => void }) {
  return (
    <View className="tabs">
      {BOXES.map((name) => (
        <Press
          key={name}
          id={`box-${name}`}
          look="bare"
          className={`tabs__one ${name === box ? 'tabs__one--on' : ''}`}
          label={zh.matters.boxes[name]}
          onPress={() => onChoose(name)}
        />
      ))}
    </View>
  )
}
