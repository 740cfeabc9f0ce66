import { View } from '@tarojs/components'
import type { KindView } from '@contract/views'
import { Icon } from '../../components/Icon'
import { Press } from '../../components/Press'
import { say } from '../../words/say'

type Props = { kind: KindView; chosen: boolean; onChoose: (code: string) => void }

export function KindTile({ kind, chosen, onChoose }: Props) {
  return (
    <Press
      id={`kind-${kind.code}`}
      look="bare"
      className={`kind ${chosen ? 'kind--chosen' : ''}`}
      label={chosen ? say.chosen(kind.name) : kind.name}
      onPress={() => onChoose(kind.code)}
    >
      <Icon name={kind.icon} />
      <View className="kind__name">{kind.name}</View>
    </Press>
  )
}
