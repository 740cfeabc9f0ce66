import { View } from '@tarojs/components'
import { Press } from './Press'

type Props<Name extends string> = {
  tabs: readonly { readonly name: Name; readonly id: string; readonly label: string }[]
  chosen: Name
  onChoose: (name: Name) => void
}

export function Tabs<Name extends string>({ tabs, chosen, onChoose }: Props<Name>) {
  return (
    <View className="tabs">
      {tabs.map(({ name, id, label }) => (
        <Press
          key={name}
          id={id}
          look="bare"
          className={`tabs__one ${name === chosen ? 'tabs__one--on' : ''}`}
          label={label}
          onPress={() => onChoose(name)}
        />
      ))}
    </View>
  )
}
