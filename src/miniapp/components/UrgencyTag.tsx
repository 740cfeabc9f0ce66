import { View } from '@tarojs/components'
import type { Urgency } from '@domain/kind/kind'
import { say } from '../words/say'

/** Always a shape and a word, never the colour alone. */
export function UrgencyTag({ urgency }: { urgency: Urgency }) {
  return <View className={`tag tag--${urgency}`}>{say.urgency[urgency]}</View>
}
