import { View } from '@tarojs/components'
import { Notice } from '../../components/Notice'
import { Press } from '../../components/Press'
import { RoomNotice } from '../../components/RoomNotice'
import { Screen } from '../../components/Screen'
import { platform } from '../../platform/platform'
import type { QueueItem } from '../../queue/queueItem'
import type { UnreadableItem } from '../../queue/queueRecords'
import { wordsIn } from '../../draft/wordsIn'
import { sendQueue, useQueue } from '../../stores/sendQueue'
import { say } from '../../words/say'
import { QueueCard } from './QueueCard'

/** What goes out makes room for the next, and WeChat draws no page of a thousand nodes. */
const CARDS_MAX = 40

export default function QueuePage() {
  const { items, unreadable, sending } = useQueue()
  const open = items.filter((item) => item.step !== 'done' || item.trouble)
  return (
    <Screen title={say.queue.title}>
      <RoomNotice />
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
      {needsYouFirst(open)
        .slice(0, CARDS_MAX)
        .map((item, index) => (
          <QueueCard key={item.itemId} n={index} item={item} sending={sending} />
        ))}
      {open.length > CARDS_MAX && (
        <View className="quiet">{say.queue.more(open.length - CARDS_MAX)}</View>
      )}
      {unreadable.map((item) => (
        <UnreadableCard key={item.key} item={item} />
      ))}
    </Screen>
  )
}

function needsYouFirst(items: readonly QueueItem[]): QueueItem[] {
  return [...items.filter((item) => item.trouble), ...items.filter((item) => !item.trouble)]
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
