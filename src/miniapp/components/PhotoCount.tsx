import { View } from '@tarojs/components'
import { platform } from '../platform/platform'
import { say } from '../words/say'

type Props = { waiting: number; sent: number; sending: boolean; onOpen: () => void }

/** On the phone a native badge, which redraws alone while photos tick away; in a browser the same in words. */
export function PhotoCount({ waiting, sent, sending, onOpen }: Props) {
  if (waiting === 0) return null
  if (platform.name === 'weapp')
    return (
      <photo-badge
        waiting={waiting}
        sent={sent}
        sending={sending}
        movingWords={say.queue.badgeMoving}
        waitingWords={say.queue.badgeWaiting}
        onOpen={onOpen}
      />
    )
  return (
    <View className="badge" onClick={onOpen}>
      {say.queue.photoBadge(waiting)}
    </View>
  )
}
