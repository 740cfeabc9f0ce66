import { View } from '@tarojs/components'
import { Notice } from '../../components/Notice'
import { Press } from '../../components/Press'
import { Screen } from '../../components/Screen'
import { platform } from '../../platform/platform'
import type { UnreadableItem } from '../../queue/queueRecords'
import { wordsIn } from '../../draft/wordsIn'
import { sendQueue, useQueue } from '../../stores/sendQueue'
import { say } from '../../words/say'
import { QueueCard } from './QueueCard'

export default function QueuePage() {
  const { items, unreadable, sending } = useQueue()
  const open = items.filter((item) => item.step !== 'done' || item.trouble)
  return (
    <Screen title={say.queue.title}>
      {open.length === 0 && unreadable.length === 0 && <Notice text={say.queue.empty} />}
      {open.length > 0 && (
        <Press
          id="queue-send-now"
          look="primary"
          className="press--apart"
          label={sending.size > 0 ? say.queue.sendingNow : say.queue.sendNow}
          disabled={sending.size > 0}
          onPress={() => void sendQueue.drain({ hurry: true })}
        />
      )}
      {open.map((item, index) => (
        <QueueCard key={item.itemId} n={index} item={item} sending={sending} />
      ))}
      {unreadable.map((item) => (
        <UnreadableCard key={item.key} item={item} />
      ))}
    </Screen>
  )
}

function UnreadableCard({ item }: { item: UnreadableItem }) {
  return (
    <View className="card card--needs-you">
      <View>{say.queue.unreadable}</View>
      {wordsIn(item.raw).length > 0 && (
        <View className="lines break">{wordsIn(item.raw).join(say.comma)}</View>
      )}
      <View className="row">
        <Press className="grow" label={say.queue.copy} onPress={() => void copy(item)} />
        <Press
          className="grow"
          look="danger"
          label={say.queue.letGo}
          onPress={() => void letGo(item.key)}
        />
      </View>
    </View>
  )
}

async function copy({ raw }: UnreadableItem): Promise<void> {
  await platform.device.copyText(JSON.stringify(raw))
  platform.dialogs.toast(say.queue.copied)
}

async function letGo(key: string): Promise<void> {
  const { letGo: yes, letGoAsk: text, title } = say.queue
  if (await platform.dialogs.confirm({ title, text, yes })) sendQueue.discardUnreadable(key)
}
