import { View } from '@tarojs/components'
import type { MyData } from '@contract/api/myData'
import { sayTime } from '../../words/sayTime'
import { say } from '../../words/say'

/** 谁看过我的事 */
export function Readers({ readers, now }: { readers: MyData['readers']; now: number }) {
  return (
    <>
      <View className="section">{say.myData.readers}</View>
      <View className="card stack--close">
        <View className="quiet small">{say.myData.readersHint}</View>
        {readers.map(({ at, number, roleTitle, areaName }) => (
          <View key={`${at}-${number}-${roleTitle}`}>
            <View className="strong">{say.myData.reader(areaName, roleTitle)}</View>
            <View className="quiet small break">
              {say.myData.readerAbout(sayTime(at, now), number)}
            </View>
          </View>
        ))}
        {readers.length === 0 && <View className="quiet">{say.myData.noReaders}</View>}
      </View>
    </>
  )
}
