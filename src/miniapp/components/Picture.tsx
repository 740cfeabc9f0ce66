import { Image } from '@tarojs/components'
import { spoken } from './spoken'

type Props = {
  id?: string
  address: string
  /** What it shows, for whoever does not see it. */
  label: string
  className: string
  whole?: boolean
  onPress?: () => void
}

/** A photo with words. Taro's tag for a browser holds the real picture inside, and only that one can be read aloud. */
export function Picture({ id, address, label, className, whole = false, onPress }: Props) {
  const words =
    process.env.TARO_ENV === 'h5' ? { nativeProps: { alt: label } } : spoken(label, 'img')
  return (
    <Image
      {...(id ? { id } : {})}
      className={className}
      mode={whole ? 'aspectFit' : 'aspectFill'}
      lazyLoad={!whole}
      src={address}
      {...(onPress ? { onClick: onPress } : {})}
      {...words}
    />
  )
}
