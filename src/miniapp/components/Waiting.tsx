import { View } from '@tarojs/components'
import { say } from '../words/say'
import { spoken } from './spoken'

/** The shape of what is coming, so that nothing jumps when it is there. */
export function Waiting({ rows = 3 }: { rows?: number }) {
  return (
    <View {...spoken(say.loading, 'img')}>
      {Array.from({ length: rows }, (_, row) => (
        <View key={row} className="card">
          <View className="bone bone--title" />
          <View className="bone" />
        </View>
      ))}
    </View>
  )
}
