import { View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '../../components/Icon'
import { Press } from '../../components/Press'
import type { KindGroup } from '../../kinds/groupKinds'
import { say } from '../../words/say'

type Props = {
  groups: readonly KindGroup[]
  chosen: string | undefined
  onChoose: (code: string) => void
}

/** All of the kinds, folded: opening one category at a time keeps the page short and quick. */
export function KindGroups({ groups, chosen, onChoose }: Props) {
  const [all, setAll] = useState(false)
  const [open, setOpen] = useState<string>()
  if (!all) return <Press id="kind-all" label={say.report.allKinds} onPress={() => setAll(true)} />
  return (
    <View>
      {groups.map((group) => (
        <View key={group.category}>
          <Press
            id={`kind-group-${group.category}`}
            look="bare"
            className="line"
            label={group.name}
            onPress={() => setOpen(open === group.category ? undefined : group.category)}
          >
            <Icon name={group.icon} />
            <View className="grow strong">{group.name}</View>
            <Icon name={open === group.category ? 'fold' : 'unfold'} size="small" />
          </Press>
          {open === group.category && (
            <GroupKinds group={group} chosen={chosen} onChoose={onChoose} />
          )}
        </View>
      ))}
    </View>
  )
}

function GroupKinds({ group, chosen, onChoose }: Omit<Props, 'groups'> & { group: KindGroup }) {
  return (
    <View className="indent">
      {group.kinds.map(({ code, name }) => (
        <Press
          key={code}
          id={`kind-${code}`}
          look="bare"
          className={`line ${code === chosen ? 'line--chosen' : ''}`}
          label={code === chosen ? say.chosen(name) : name}
          onPress={() => onChoose(code)}
        >
          <View className="grow">{name}</View>
          {code === chosen && <Icon name="ok" size="small" />}
        </Press>
      ))}
    </View>
  )
}
