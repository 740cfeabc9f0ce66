import { View } from '@tarojs/components'
import { FollowCode } from '../../components/FollowCode'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { useNow } from '../../components/useNow'
import { WantedPhoto } from '../../components/WantedPhoto'
import { Waiting } from '../../components/Waiting'
import { useDidShow, usePullDownRefresh, useRouter } from '../../platform/lifecycle'
import { platform } from '../../platform/platform'
import { findListed, useLists } from '../../stores/lists'
import { loadMatter, useMatters, type MatterPage as Page } from '../../stores/matter'
import { offlineActions } from '../../stores/offlineActions'
import { useQueue } from '../../stores/sendQueue'
import { say } from '../../words/say'
import { ActionBar } from './ActionBar'
import { CalledTasks } from './CalledTasks'
import { Checklists } from './Checklists'
import { FilledFields } from './FilledFields'
import { Links } from './Links'
import { MatterFacts } from './MatterFacts'
import { MatterPhotos } from './MatterPhotos'
import { QueuedSteps } from './QueuedSteps'
import { Rolls } from './Rolls'
import { Secrets } from './Secrets'
import { Timeline } from './Timeline'

export default function MatterPage() {
  const matterId = useRouter().params.matterId ?? ''
  const shown = useMatters((matters) => matters[matterId])
  const now = useNow()
  const load = () => loadMatter(matterId)
  useDidShow(() => void load())
  usePullDownRefresh(() => void load().then(platform.dialogs.stopPullDown))
  const kept = useKept(matterId)
  if (shown?.page)
    return <Opened page={shown.page} now={now} unreachable={shown.state === 'unreachable'} />
  if (kept && shown?.state === 'unreachable') return <Opened page={kept} now={now} unreachable />
  return (
    <Screen title={say.matter.title}>
      {shown?.state === 'refused' && (
        <Notice text={shown.problem?.title ?? ''} button={backButton()} />
      )}
      {shown?.state === 'unreachable' && (
        <Notice text={say.offline} button={{ label: say.retry, onPress: () => void load() }} />
      )}
      {(!shown || shown.state === 'loading') && <Waiting />}
    </Screen>
  )
}

/** What a list on this phone knows of it, for whoever has no signal: where it stands, and one's own next steps. */
function useKept(matterId: string): Page | undefined {
  const matter = useLists((lists) => findListed(lists, matterId))
  const { items } = useQueue()
  if (!matter) return undefined
  const actions = offlineActions(matter, items) as unknown as Page['actions']
  return { matter, actions, history: [], children: [] }
}

function Opened({ page, now, unreachable }: { page: Page; now: number; unreachable: boolean }) {
  const { matter, history, actions } = page
  const { matterId, called = [], secrets = [] } = matter
  return (
    <Screen className="screen--with-bar" title={say.matter.title}>
      {unreachable && <View className="banner">{say.unreachable}</View>}
      <MatterFacts matter={matter} now={now} />
      <WantedPhoto id="matter-retake" matter={matter} />
      <QueuedSteps matterId={matterId} />
      <Secrets matterId={matterId} secrets={secrets} now={now} />
      <Rolls rolls={matter.rolls} />
      <Checklists lists={matter.lists} now={now} />
      <CalledTasks called={called} now={now} />
      <FilledFields fields={matter.fields} now={now} />
      <MatterPhotos photos={matter.photos} sensitivity={matter.sensitivity} />
      <Links page={page} />
      {matter.followCode && <FollowCode code={matter.followCode} />}
      <Timeline history={history} now={now} />
      <ActionBar matter={matter} actions={actions} />
    </Screen>
  )
}

function backButton() {
  return { label: say.matter.gone, onPress: () => platform.routes.tab('/pages/matters/index') }
}
