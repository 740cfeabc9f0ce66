import { View } from '@tarojs/components'
import { silent } from './spoken'

/** A picture drawn by the stylesheet in the colour of the text around it. Its meaning stands beside it in words. */
export function Icon({ name, size = 'base' }: { name: string; size?: 'small' | 'base' | 'large' }) {
  return <View className={`icon icon--${name} icon--${size}`} {...silent} />
}
