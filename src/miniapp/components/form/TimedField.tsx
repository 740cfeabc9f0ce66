import { View } from '@tarojs/components'
import { writeText } from '../../stores/formDraft'
import { beginNow } from '../../stores/timedVisit'
import { sayTime } from '../../words/sayTime'
import { say } from '../../words/say'
import { Press } from '../Press'
import { useNow } from '../useNow'
import type { FieldProps } from './fieldProps'
import { LineField } from './LineField'

const MINUTE_MS = 60_000

/** Two moments of one record: tapped when it begins, and when it ends. The minutes between can be put right by hand. */
export function TimedField(props: FieldProps) {
  const { id, draftKey, draft, field } = props
  const now = useNow()
  if (!('discoveredAt' in draft)) return <LineField {...props} />
  const beganAt = String(draft.discoveredAt)
  const end = () => writeText(draftKey, field.name, String(minutesSince(beganAt, field.max)))
  return (
    <View className="field">
      <View>{say.form.beganAt(sayTime(beganAt, now))}</View>
      <View className="row">
        <Press
          id={`${id}-begin`}
          className="grow"
          label={say.form.beginNow}
          onPress={() => beginNow(draftKey, field.name)}
        />
        <Press id={`${id}-end`} className="grow" label={say.form.endNow} onPress={end} />
      </View>
      <LineField {...props} />
    </View>
  )
}

/** Whoever is in and out of a door was there for a minute. */
function minutesSince(beganAt: string, max: number): number {
  const minutes = Math.round((Date.now() - Date.parse(beganAt)) / MINUTE_MS)
  return Math.min(max, Math.max(1, minutes))
}
