import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { spoken, spokenByContent } from './spoken'

type Props = PropsWithChildren<{
  id?: string
  label: string
  look?: 'primary' | 'plain' | 'quiet' | 'danger' | 'bare'
  className?: string
  disabled?: boolean
  /** A drawing without words stands on it. */
  wordless?: boolean
  onPress: () => void
}>

const inBrowser = process.env.TARO_ENV === 'h5'

/** In a browser some people have no finger on a screen: Tab comes here and Enter taps. */
function byKeyboard(onPress: () => void) {
  const onKeyDown = (event: { key?: string }) => event.key === 'Enter' && onPress()
  return { tabIndex: 0, onKeyDown }
}

/** Everything that can be tapped. `label` is what is read aloud, and what stands on it when it has no children. */
export function Press({
  id,
  label,
  look = 'plain',
  className = '',
  disabled = false,
  wordless = false,
  onPress,
  children,
}: Props) {
  const classes = ['press', `press--${look}`, disabled ? 'press--off' : '', className]
    .filter(Boolean)
    .join(' ')
  return (
    <View
      {...(id ? { id } : {})}
      className={classes}
      hoverClass={disabled ? 'none' : 'press--held'}
      {...(inBrowser ? spokenByContent(label, wordless) : spoken(label))}
      {...(inBrowser && !disabled ? byKeyboard(onPress) : {})}
      {...(disabled ? { 'aria-disabled': true } : { onClick: onPress })}
    >
      {children ?? label}
    </View>
  )
}
