import { View } from '@tarojs/components'
import { silent } from '../../components/spoken'

const MARKS = 12

/** The viewer's name all over a picture that must not travel: whoever passes it on passes on who did. */
export function Watermark({ name }: { name: string }) {
  return (
    <View className="watermark" {...silent}>
      {Array.from({ length: MARKS }, (_, index) => (
        <View key={index} className="watermark__name">
          {name}
        </View>
      ))}
    </View>
  )
}
