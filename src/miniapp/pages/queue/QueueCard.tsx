import { View } from '@tarojs/components'
import { sayProblem } from '../../words/sayProblem'
import { Icon } from '../../components/Icon'
import { openMatter } from '../../components/MatterCard'
import { Press } from '../../components/Press'
import { platform } from '../../platform/platform'
import { itemState, photoProgress, type QueueItem, type Trouble } from '../../queue/queueItem'
import { canMend, mendAction } from '../../stores/mendAction'
import { addAsReport, canAdd, copyWritten, writtenIn } from '../../stores/sendAsReport'
import { mendReport } from '../../stores/mendReport'
import { sendQueue } from '../../stores/sendQueue'
import { useSession } from '../../stores/session'
import { say } from '../../words/say'

type Props = { n: number; item: QueueItem; sending: ReadonlySet<string> }

export function QueueCard({ n, item, sending }: Props) {
  const personId = useSession((session) => session.person?.personId)
  const state = itemState(item, sending)
  const foreign = item.owner !== undefined && item.owner !== personId
  return (
    <View
      id={`queue-item-${n}`}
      className={`card ${state === 'needs-you' ? 'card--needs-you' : ''}`}
    >
      <View className="row">
        <Icon name={item.label.icon ?? 'write'} />
        <View className="grow">
          <View className="strong">{item.label.title}</View>
          {item.label.text && <View className="quiet one-line">{item.label.text}</View>}
          {item.label.place && <View className="quiet small">{item.label.place}</View>}
        </View>
      </View>
      <View className={`state state--${state}`}>
        <Icon name={state === 'sent' ? 'ok' : state} size="small" />
        <View className="grow">
          {foreign ? say.queue.belongsToOther : saysState(item, sending)}
        </View>
      </View>
      {item.step === 'photos' && state !== 'needs-you' && <Progress item={item} />}
      {item.trouble && <Mend n={n} item={item} trouble={item.trouble} />}
      {!item.trouble && !item.asked && (
        <Press id={`queue-drop-${n}`} label={say.queue.letGo} onPress={() => void letGo(item)} />
      )}
    </View>
  )
}

function saysState(item: QueueItem, sending: ReadonlySet<string>): string {
  const { trouble } = item
  if (trouble?.cause === 'refused') return sayProblem(trouble.problem)
  if (trouble?.cause === 'photos') return say.queue.photosLost(trouble.lost)
  if (item.step === 'photos') return say.queue.photosOnTheWay(percent(item))
  return say.queue.state[itemState(item, sending)]
}

function percent(item: QueueItem): number {
  const { sent, total } = photoProgress(item)
  return total === 0 ? 100 : Math.floor((sent / total) * 100)
}

function Progress({ item }: { item: QueueItem }) {
  return (
    <View className="progress">
      <View className="progress__done" style={{ width: `${percent(item)}%` }} />
    </View>
  )
}

/** What can be put right is opened again; what cannot is let go by its owner, never by the app. */
function Mend({ n, item, trouble }: { n: number; item: QueueItem; trouble: Trouble }) {
  if (trouble.cause === 'photos')
    return (
      <View className="row">
        <Press className="grow" label={say.sent.look} onPress={() => openMatter(item.matterId)} />
        <Press
          id={`queue-seen-${n}`}
          className="grow"
          label={say.queue.seen}
          onPress={() => sendQueue.discard(item.itemId)}
        />
      </View>
    )
  return (
    <>
      {!canMend(item) && canAdd(item) && <Keep n={n} item={item} />}
      <Choices n={n} item={item} />
    </>
  )
}

/** Somebody was first: what was written is not lost with it. */
function Keep({ n, item }: { n: number; item: QueueItem }) {
  return (
    <View className="row">
      <Press
        id={`queue-add-${n}`}
        look="primary"
        className="grow"
        label={say.queue.add}
        onPress={() => platform.routes.open(addAsReport(item))}
      />
      {writtenIn(item) !== '' && (
        <Press
          id={`queue-copy-${n}`}
          className="grow"
          label={say.queue.copy}
          onPress={() => void copyWritten(item)}
        />
      )}
    </View>
  )
}

function Choices({ n, item }: { n: number; item: QueueItem }) {
  return (
    <View className="row">
      {canMend(item) ? (
        <Press
          id={`queue-mend-${n}`}
          look="primary"
          className="grow"
          label={say.queue.mend}
          onPress={() => openMended(item)}
        />
      ) : (
        <Press className="grow" label={say.sent.look} onPress={() => openMatter(item.matterId)} />
      )}
      <Press id={`queue-drop-${n}`} label={say.queue.letGo} onPress={() => void letGo(item)} />
    </View>
  )
}

function openMended(item: QueueItem): void {
  platform.routes.open(
    item.operation === 'reportMatter'
      ? `/pages/report/index?draft=${mendReport(item)}`
      : mendAction(item),
  )
}

async function letGo(item: QueueItem): Promise<void> {
  const { letGo: yes, letGoAsk: text } = say.queue
  if (await platform.dialogs.confirm({ title: item.label.title, text, yes }))
    sendQueue.discard(item.itemId)
}
