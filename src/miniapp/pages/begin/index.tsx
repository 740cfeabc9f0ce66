import { View } from '@tarojs/components'
import { useState } from 'react'
import type { KindView } from '@contract/views'
import { Icon } from '../../components/Icon'
import { Notice } from '../../components/Notice'
import { Press } from '../../components/Press'
import { Screen } from '../../components/Screen'
import { Waiting } from '../../components/Waiting'
import { groupByFlow, type FlowGroup } from '../../kinds/groupByFlow'
import { useLoad } from '../../platform/lifecycle'
import { loadKinds, useKinds } from '../../stores/kinds'
import { say } from '../../words/say'
import { startWriting } from '../home/startReport'

/** 更多办事: everything this person may begin, by what it is for. */
export default function BeginPage() {
  const { kinds, failed } = useKinds()
  useLoad(() => void loadKinds())
  const groups = groupByFlow(kinds)
  return (
    <Screen title={say.begin.title}>
      {groups.map((group) => (
        <Group key={group.flow} group={group} />
      ))}
      {groups.length === 0 && <Nothing known={kinds.length > 0} failed={failed} />}
    </Screen>
  )
}

function Nothing({ known, failed }: { known: boolean; failed: boolean }) {
  if (known) return <Notice text={say.begin.none} />
  if (!failed) return <Waiting />
  return (
    <Notice
      text={say.report.kindsMissing}
      button={{ label: say.retry, onPress: () => void loadKinds() }}
    />
  )
}

/** What has only one kind begins at once; of several, the person says which. */
function Group({ group }: { group: FlowGroup }) {
  const [open, setOpen] = useState(false)
  const { flow, title, purpose, icon, kinds } = group
  const [only] = kinds
  const single = kinds.length === 1 && only
  return (
    <View className="card begin">
      <Press
        id={`begin-${flow}`}
        look="bare"
        className="begin__head"
        label={[title, purpose].join(say.comma)}
        onPress={() => (single ? begin(only) : setOpen(!open))}
      >
        <Icon name={icon} />
        <View className="grow">
          <View className="strong">{title}</View>
          <View className="quiet small">{purpose}</View>
        </View>
        {!single && <Icon name={open ? 'fold' : 'unfold'} size="small" />}
      </Press>
      {open &&
        kinds.map((kind) => (
          <Press
            key={kind.code}
            id={`begin-${kind.code}`}
            className="begin__kind"
            label={kind.name}
            onPress={() => begin(kind)}
          />
        ))}
    </View>
  )
}

function begin({ code }: KindView): void {
  startWriting({ kind: code })
}
