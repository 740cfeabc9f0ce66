import { View } from '@tarojs/components'
import { MatterCard } from '../../components/MatterCard'
import { Notice } from '../../components/Notice'
import { Press } from '../../components/Press'
import { Waiting } from '../../components/Waiting'
import { platform } from '../../platform/platform'
import { useLists } from '../../stores/lists'
import { say } from '../../words/say'

const SHOWN = 3

export function RecentReports({ now, none }: { now: number; none: string }) {
  const { items, state } = useLists((lists) => lists.reports)
  return (
    <View>
      <View className="row row--apart">
        <View className="section">{say.home.mine}</View>
        {items.length > 0 && (
          <Press
            id="home-all"
            look="quiet"
            label={say.home.all}
            onPress={() => platform.routes.tab('/pages/matters/index')}
          />
        )}
      </View>
      {items.slice(0, SHOWN).map((matter, index) => (
        <MatterCard key={matter.matterId} id={`home-matter-${index}`} matter={matter} now={now} />
      ))}
      {items.length === 0 && (state === 'loading' || state === 'new') && <Waiting rows={2} />}
      {items.length === 0 && state === 'ready' && <Notice text={none} />}
      {items.length === 0 && state === 'unreachable' && <Notice text={say.nothingKept} />}
    </View>
  )
}
