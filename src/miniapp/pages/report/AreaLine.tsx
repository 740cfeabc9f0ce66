import { View } from '@tarojs/components'
import { Icon } from '../../components/Icon'
import { Press } from '../../components/Press'
import type { ReportDraft } from '../../draft/reportDraft'
import { platform } from '../../platform/platform'
import { say } from '../../words/say'

type Props = { draftKey: string; draft: ReportDraft; at: 'village' | 'township' }

/** For what concerns a village or a township as a whole: which one, and the way to another. */
export function AreaLine({ draftKey, draft: { chosenArea }, at }: Props) {
  return (
    <View>
      <View className="label">{say.report.areaOf[at]}</View>
      <View className="card row row--wrap">
        <Icon name="place" />
        <View id="report-place" className={chosenArea ? 'grow strong' : 'grow'}>
          {chosenArea?.name ?? say.report.noArea}
        </View>
        <Press
          id="report-change-place"
          look="quiet"
          label={chosenArea ? say.report.changePlace : say.report.chooseArea}
          onPress={() => platform.routes.open(`/pages/place/index?draft=${draftKey}&level=${at}`)}
        />
      </View>
    </View>
  )
}
