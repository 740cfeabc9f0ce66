import { View } from '@tarojs/components'
import { Press } from './Press'

/** A page or a list with nothing to show says why, and what to do. */
export function Notice({
  text,
  button,
}: {
  text: string
  button?: { id?: string; label: string; onPress: () => void }
}) {
  return (
    <View className="notice">
      <View className="quiet">{text}</View>
      {button && (
        <Press
          {...(button.id ? { id: button.id } : {})}
          label={button.label}
          onPress={button.onPress}
        />
      )}
    </View>
  )
}
