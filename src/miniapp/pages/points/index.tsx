import { View } from '@tarojs/components'
import { LongList } from '../../components/LongList'
import { Notice } from '../../components/Notice'
import { Press } from '../../components/Press'
import { Screen } from '../../components/Screen'
import { useNow } from '../../components/useNow'
import { Waiting } from '../../components/Waiting'
import { openMatter } from '../../components/MatterCard'
import { useDidShow, usePullDownRefresh, useReachBottom } from '../../platform/lifecycle'
import { platform } from '../../platform/platform'
import { loadBalance, loadPostings, usePoints, type Posting } from '../../stores/points'
import { sayTime } from '../../words/sayTime'
import { say } from '../../words/say'

export default function PointsPage() {
  const { balance, postings, state } = usePoints()
  const now = useNow()
  useDidShow(() => void refresh())
  usePullDownRefresh(() => void refresh().then(platform.dialogs.stopPullDown))
  useReachBottom(() => void loadPostings({ more: true }))
  return (
    <Screen title={say.points.title}>
      <View className="card">
        <View className="quiet">
          {balance && !balance.earns ? say.points.staff : say.points.balance}
        </View>
        {(!balance || balance.earns) && (
          <View id="points-balance" className="number">
            {balance?.balance ?? '…'}
          </View>
        )}
      </View>
      <View className="section">{say.points.entries}</View>
      <LongList
        id="rows-points"
        items={postings}
        draw={(posting) => <Entry key={posting.postingId} posting={posting} now={now} />}
      />
      {postings.length === 0 && <NoEntries state={state} />}
    </Screen>
  )
}

function NoEntries({ state }: { state: string }) {
  if (state === 'unreachable')
    return (
      <Notice
        text={say.nothingKept}
        button={{ label: say.retry, onPress: () => void loadPostings() }}
      />
    )
  return state === 'ready' ? <Notice text={say.points.none} /> : <Waiting rows={2} />
}

function Entry({ posting, now }: { posting: Posting; now: number }) {
  const { ruleTitle, kindName, points, at, matterId } = posting
  return (
    <Press
      look="bare"
      className="card row"
      label={`${kindName ?? ruleTitle} ${points}`}
      onPress={() => matterId && openMatter(matterId)}
    >
      <View className="grow">
        <View className="strong">{kindName ?? ruleTitle}</View>
        <View className="quiet small">{`${ruleTitle} · ${sayTime(at, now)}`}</View>
      </View>
      <View className="strong">{say.points.plus(points)}</View>
    </Press>
  )
}

async function refresh(): Promise<void> {
  await Promise.all([loadBalance(), loadPostings()])
}
