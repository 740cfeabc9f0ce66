import { View } from '@tarojs/components'
import { platform } from '../platform/platform'
import { useNetwork } from '../stores/network'
import { useSession } from '../stores/session'
import { say } from '../words/say'
import { Press } from './Press'
import { spoken } from './spoken'

/** What is true everywhere right now: no network, or the session has ended. */
export function Banner() {
  const online = useNetwork((network) => network.online)
  const ended = useSession((session) => session.status === 'ended')
  if (ended)
    return (
      <Press
        id="banner-ended"
        className="banner"
        look="bare"
        label={say.ended}
        onPress={() => platform.routes.open('/pages/sign-in/index')}
      />
    )
  if (online) return null
  return (
    <View id="banner-offline" className="banner" {...spoken(say.offline, 'alert')}>
      {say.offline}
    </View>
  )
}
