import { View } from '@tarojs/components'
import type { GuideView } from '@contract/api/listGuides'
import { Icon } from '../../components/Icon'
import { Notice } from '../../components/Notice'
import { Press } from '../../components/Press'
import { Screen } from '../../components/Screen'
import { Waiting } from '../../components/Waiting'
import { useDidShow } from '../../platform/lifecycle'
import { platform } from '../../platform/platform'
import { loadGuides, useGuides } from '../../stores/guides'
import { say } from '../../words/say'
import { Fact } from '../matter/Fact'

/** 办事指南: what to bring, where to go, whom to ask. */
export default function GuidesPage() {
  const { items, state } = useGuides()
  useDidShow(() => void loadGuides())
  return (
    <Screen title={say.guides.title}>
      {state === 'unreachable' && (
        <Notice
          text={items.length > 0 ? say.guides.kept : say.nothingKept}
          button={{ label: say.retry, onPress: () => void loadGuides() }}
        />
      )}
      {items.map((guide) => (
        <Guide key={guide.guideId} guide={guide} />
      ))}
      {items.length === 0 && state === 'loading' && <Waiting />}
      {items.length === 0 && state === 'ready' && <Notice text={say.guides.none} />}
    </Screen>
  )
}

function Guide({ guide }: { guide: GuideView }) {
  const { guideId, title, papers, place, phone } = guide
  return (
    <View className="card">
      <View className="title">{title}</View>
      <Fact name={say.guides.papers} value={papers} />
      <Fact name={say.guides.place} value={place} />
      {phone !== '' && (
        <Press
          id={`guide-call-${guideId}`}
          className="press--wrap"
          label={say.guides.call(phone)}
          onPress={() => void call(phone)}
        >
          <Icon name="phone" size="small" />
          <View>{say.guides.ask}</View>
          <View className="whole">{phone}</View>
        </Press>
      )}
    </View>
  )
}

async function call(phone: string): Promise<void> {
  await platform.device
    .call(phone)
    .catch(() => platform.dialogs.toast(say.guides.callFailed(phone)))
}
