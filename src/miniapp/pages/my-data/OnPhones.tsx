import { View } from '@tarojs/components'
import type { MyData } from '@contract/api/myData'
import { sayTime } from '../../words/sayTime'
import { say } from '../../words/say'

/** 手机上还没送到的, as the township knows it: what my phones have said, and nothing more. */
export function OnPhones({ holdings, now }: { holdings: MyData['holdings']; now: number }) {
  return (
    <>
      <View className="section">{say.myData.onPhones}</View>
      <View className="card stack--close">
        <View className="quiet small">{say.myData.onPhonesHint}</View>
        {holdings?.map(({ heardAt, items, media }) => (
          <View key={heardAt}>{say.myData.phoneSaid(sayTime(heardAt, now), items, media)}</View>
        ))}
        {!holdings?.length && <View className="quiet">{say.myData.noPhoneSaid}</View>}
      </View>
    </>
  )
}
