import { View } from '@tarojs/components'
import { Icon } from '../../components/Icon'
import { Press } from '../../components/Press'
import type { ReportDraft } from '../../draft/reportDraft'
import { platform } from '../../platform/platform'
import { say } from '../../words/say'
import type { Placing } from './usePlace'

type Props = { draftKey: string; draft: ReportDraft; placing: Placing }

export function PlaceLine({ draftKey, draft, placing }: Props) {
  const known = draft.chosenGrid ?? draft.foundGrid
  const choose = () => platform.routes.open(`/pages/place/index?draft=${draftKey}`)
  const failed =
    !draft.chosenGrid && (placing.state === 'denied' || placing.state === 'unavailable')
  return (
    <View>
      <View className="label">{say.report.place}</View>
      <View className="card row row--wrap">
        <Icon name="place" />
        <View className="grow">
          {known && (
            <View id="report-place" className="strong">
              {known.name}
            </View>
          )}
          <View className={known ? 'quiet small' : ''}>
            {draft.chosenGrid ? '' : sayPlacing(draft, placing)}
          </View>
        </View>
        <Press
          id="report-change-place"
          look="quiet"
          label={known ? say.report.changePlace : say.report.choosePlace}
          onPress={choose}
        />
      </View>
      {failed && (
        <View className="row">
          <Press
            id="report-locate"
            className="grow"
            label={say.report.retry}
            onPress={placing.again}
          />
          {placing.state === 'denied' && (
            <Press
              id="report-permissions"
              className="grow"
              label={say.report.openPermissions}
              onPress={() => void platform.device.openPermissions().then(placing.again)}
            />
          )}
        </View>
      )}
    </View>
  )
}

function sayPlacing({ place }: ReportDraft, { state }: Placing): string {
  switch (state) {
    case 'locating':
      return say.report.locating
    case 'located':
      return say.report.located(place?.accuracyMetres)
    case 'outside':
    case 'denied':
    case 'unavailable':
      return say.report[state]
  }
}
