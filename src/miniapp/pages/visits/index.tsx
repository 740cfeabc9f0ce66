import { View } from '@tarojs/components'
import type { MatterView } from '@contract/views'
import { Icon } from '../../components/Icon'
import { openMatter } from '../../components/MatterCard'
import { Notice } from '../../components/Notice'
import { Press } from '../../components/Press'
import { Screen } from '../../components/Screen'
import { useNow } from '../../components/useNow'
import { Waiting } from '../../components/Waiting'
import { useDidShow, usePullDownRefresh, useReachBottom } from '../../platform/lifecycle'
import { platform } from '../../platform/platform'
import { loadList, loadMore, useLists } from '../../stores/lists'
import { signedInPerson } from '../../stores/session'
import { sayTime } from '../../words/sayTime'
import { say } from '../../words/say'

/** Who visited me, and why: what was recorded of me is mine to read. */
export default function VisitsPage() {
  const now = useNow()
  const { items, state } = useLists((lists) => lists.aboutMe)
  useDidShow(() => void refresh())
  usePullDownRefresh(() => void refresh().then(platform.dialogs.stopPullDown))
  useReachBottom(() => void loadMore('aboutMe'))
  return (
    <Screen title={say.visits.title}>
      <View className="quiet">{say.visits.hint}</View>
      {state === 'unreachable' && (
        <Notice
          text={items.length > 0 ? say.unreachable : say.nothingKept}
          button={{ label: say.retry, onPress: () => void refresh() }}
        />
      )}
      {items.length === 0 && (state === 'new' || state === 'loading') && <Waiting rows={2} />}
      {items.length === 0 && state === 'ready' && <Notice text={say.matters.empty.aboutMe} />}
      {items.map((matter, index) => (
        <Visit key={matter.matterId} id={`visit-${index}`} matter={matter} now={now} />
      ))}
    </Screen>
  )
}

function Visit({ id, matter, now }: { id: string; matter: MatterView; now: number }) {
  const { reporter, kind, discoveredAt, matterId } = matter
  const who = say.visits.by(reporter.name, reporter.roleTitle)
  const when = sayTime(discoveredAt, now)
  return (
    <Press
      id={id}
      look="bare"
      className="card row"
      label={`${who}，${kind.name}，${when}`}
      onPress={() => openMatter(matterId)}
    >
      <Icon name={kind.icon} />
      <View className="grow">
        <View className="strong">{who}</View>
        <View>{kind.name}</View>
        <View className="quiet small">{when}</View>
      </View>
    </Press>
  )
}

async function refresh(): Promise<void> {
  if (signedInPerson()) await loadList('aboutMe')
}
