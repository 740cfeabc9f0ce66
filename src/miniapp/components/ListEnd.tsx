import { View } from '@tarojs/components'
import { listedMax } from '../stores/listLimits'
import { say } from '../words/say'

type Props = { listed: number; shown: number; next: string | null }

/** What lies below the last line: more by pulling, nothing more, or more than a phone should hold. */
export function ListEnd({ listed, shown, next }: Props) {
  const all = shown >= listed
  return (
    <View className="quiet small center">
      {all && listed >= listedMax && next !== null
        ? say.matters.enough(listedMax)
        : all && next === null
          ? say.matters.noMore
          : say.matters.more}
    </View>
  )
}
