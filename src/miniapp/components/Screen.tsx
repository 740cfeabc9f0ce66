import { View } from '@tarojs/components'
import { useEffect, useRef, type CSSProperties, type PropsWithChildren } from 'react'
import { useDidHide, useDidShow } from '../platform/lifecycle'
import { platform } from '../platform/platform'
import { useSession } from '../stores/session'
import { typeScale, useSettings } from '../stores/settings'
import { say } from '../words/say'
import { Banner } from './Banner'
import { ConsentDialog } from './ConsentDialog'
import { Icon } from './Icon'
import { Press } from './Press'
import { useBars, type TabName } from './useBars'

type Props = PropsWithChildren<{
  /** Of a page that is not a tab. WeChat shows it in its own bar; a browser has none. */
  title?: string
  /** Of a page that is one. */
  tab?: TabName
  /** A page somebody is writing on stays when the session ends; its banner says so. */
  writing?: boolean
  className?: string
  /** The page a banner would lead to needs none. */
  bare?: boolean
}>

/** The root of every page: type size, the banner of the moment, the question for consent. */
export function Screen({
  title,
  tab,
  writing = false,
  bare = false,
  className = '',
  children,
}: Props) {
  const scale = useSettings(typeScale)
  useBars(title, tab)
  useSignInWhenEnded(writing)
  return (
    <View className={`screen ${className}`} style={{ '--u': `${scale}px` } as CSSProperties}>
      {title && platform.name === 'h5' && <TopBar title={title} />}
      {!bare && <Banner />}
      {children}
      <ConsentDialog />
    </View>
  )
}

function TopBar({ title }: { title: string }) {
  return (
    <View className="top">
      <Press id="top-back" look="quiet" label={say.back} onPress={platform.routes.back}>
        <Icon name="back" size="small" />
        {say.back}
      </Press>
      <View className="strong">{title}</View>
    </View>
  )
}

function useSignInWhenEnded(writing: boolean): void {
  const status = useSession((session) => session.status)
  const inFront = useRef(true)
  useDidShow(() => void (inFront.current = true))
  useDidHide(() => void (inFront.current = false))
  useEffect(() => {
    // Pages behind are alive too, and would lay the sign-in over the one somebody is writing on.
    if (status === 'ended' && !writing && inFront.current)
      platform.routes.open('/pages/sign-in/index')
  }, [status])
}
