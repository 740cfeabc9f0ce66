import { View } from '@tarojs/components'
import { useShallow } from 'zustand/react/shallow'
import { platform } from '../platform/platform'
import { countQueue, useQueue, type QueueCounts } from '../stores/sendQueue'
import { say } from '../words/say'
import { Icon } from './Icon'
import { PhotoCount } from './PhotoCount'
import { Press } from './Press'

/** The truth about what is still on this phone. */
export function QueueStrip() {
  const counts = useQueue(useShallow(countQueue))
  const { text, look } = sayQueue(counts)
  const open = () => platform.routes.open('/pages/queue/index')
  return (
    <View className="strip-line">
      <Press
        id="queue-strip"
        look="bare"
        className={`strip strip--${look}`}
        label={text}
        onPress={open}
      >
        <Icon name={look} size="small" />
        <View className="grow">{text}</View>
      </Press>
      <PhotoCount
        waiting={counts.photosWaiting}
        sent={counts.photosSent}
        sending={counts.sending}
        onOpen={open}
      />
    </View>
  )
}

export function sayQueue({ waiting, needsYou, photosWaiting }: QueueCounts): {
  text: string
  look: string
} {
  if (needsYou > 0) return { text: say.queue.needsYou(needsYou), look: 'needs-you' }
  if (waiting > 0) return { text: say.queue.waiting(waiting), look: 'waiting' }
  if (photosWaiting > 0) return { text: say.queue.photosWaiting(photosWaiting), look: 'waiting' }
  return { text: say.queue.allSent, look: 'ok' }
}
