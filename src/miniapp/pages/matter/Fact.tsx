import { View } from '@tarojs/components'

export function Fact({
  name,
  value,
  late = false,
}: {
  name: string
  value: string
  late?: boolean
}) {
  return (
    <View className="fact grow">
      <View className="quiet fact__name">{name}</View>
      <View className={`grow break ${late ? 'late strong' : ''}`}>{value}</View>
    </View>
  )
}
