import { View } from '@tarojs/components'
import { Notice } from '../../components/Notice'
import { Press } from '../../components/Press'
import { Screen } from '../../components/Screen'
import { Waiting } from '../../components/Waiting'
import { useDidShow, usePullDownRefresh } from '../../platform/lifecycle'
import { platform } from '../../platform/platform'
import {
  loadMyFigures,
  monthBefore,
  thisMonth,
  useMyFigures,
  type MyFigures,
} from '../../stores/myFigures'
import { say } from '../../words/say'

/** One's own numbers, for oneself: each out of how many, and nobody else's beside them. */
export default function FiguresPage() {
  const { month, figures, state } = useMyFigures()
  useDidShow(() => void loadMyFigures(useMyFigures.getState().month))
  usePullDownRefresh(() => void loadMyFigures(month).then(platform.dialogs.stopPullDown))
  const [year = '', number = ''] = month.split('-')
  const isNow = month === thisMonth()
  return (
    <Screen title={say.figures.title}>
      <View className="row row--apart">
        <View id="figures-month" className="section">
          {say.figures.month(year, number)}
        </View>
        <Press
          id="figures-other"
          look="quiet"
          label={isNow ? say.figures.earlier : say.figures.now}
          onPress={() => void loadMyFigures(isNow ? monthBefore(month) : thisMonth())}
        />
      </View>
      <View className="quiet between">{say.figures.only}</View>
      {state === 'unreachable' && (
        <Notice
          text={figures ? say.unreachable : say.nothingKept}
          button={{ label: say.retry, onPress: () => void loadMyFigures(month) }}
        />
      )}
      {figures && <Figures {...figures} />}
      {!figures && state === 'loading' && <Waiting rows={4} />}
    </Screen>
  )
}

function Figures({ figures, cut }: MyFigures) {
  if (figures.every(({ of }) => of === 0)) return <Notice text={say.figures.none} />
  return (
    <View className="card">
      {figures.map(({ name, count, of }) => {
        const words = say.figures.of(count, of)
        return (
          <View key={name} id={`figure-${name}`} className="row row--apart own-figure">
            <View className="grow">{say.figures.names[name]}</View>
            <View className="strong">{words}</View>
          </View>
        )
      })}
      {cut && <View className="quiet small">{say.figures.cut}</View>}
    </View>
  )
}
