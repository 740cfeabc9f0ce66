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
  const { state } = placing
  const byHand = draft.place?.byHand === true
  const failed = !draft.chosenGrid && !byHand && (state === 'denied' || state === 'unavailable')
  // A place that is only roughly known is made better by a finger.
  const mayPin = byHand || state === 'denied' || state === 'unavailable' || state === 'outside'
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
            {draft.chosenGrid && !byHand ? '' : sayPlacing(draft, placing)}
          </View>
        </View>
        <Press
          id="report-change-place"
          look="quiet"
          label={known ? say.report.changePlace : say.report.choosePlace}
          onPress={choose}
        />
      </View>
      {mayPin && (
        <View className="row row--wrap">
          <Press
            id="report-pin"
            className="grow"
            label={say.pin.open}
            onPress={() => platform.routes.open(`/pages/pin/index?draft=${draftKey}`)}
          />
          <Press
            id="report-locate"
            className="grow"
            label={say.report.retry}
            onPress={placing.again}
          />
          {failed && state === 'denied' && (
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
  if (place?.byHand) return say.pin.byHand
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
