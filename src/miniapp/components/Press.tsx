import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { spoken } from './spoken'

type Props = PropsWithChildren<{
  id?: string
  label: string
  look?: 'primary' | 'plain' | 'quiet' | 'danger' | 'bare'
  className?: string
  disabled?: boolean
  onPress: () => void
}>

/** Everything that can be tapped. `label` is what is read aloud, and what stands on it when it has no children. */
export function Press({
  id,
  label,
  look = 'plain',
  className = '',
  disabled = false,
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
      {...spoken(label)}
      {...(disabled ? { 'aria-disabled': true } : { onClick: onPress })}
    >
      {children ?? label}
    </View>
  )
}
