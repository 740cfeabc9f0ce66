import { View } from '@tarojs/components'
import { sayProblem } from '../../words/sayProblem'
import { useEffect, useState } from 'react'
import { FollowCode } from '../../components/FollowCode'
import { Icon } from '../../components/Icon'
import { openMatter } from '../../components/MatterCard'
import { Press } from '../../components/Press'
import { Screen } from '../../components/Screen'
import { useNow } from '../../components/useNow'
import { useRouter } from '../../platform/lifecycle'
import { platform } from '../../platform/platform'
import { itemState, type QueueItem } from '../../queue/queueItem'
import { useQueue } from '../../stores/sendQueue'
import { UNDO_MS, undoReport } from '../../stores/undoReport'
import { sayTime } from '../../words/sayTime'
import { say } from '../../words/say'

/** Where it went, what happens next, by when; and for ten seconds, the way back. */
export default function SentPage() {
  const itemId = useRouter().params.itemId ?? ''
  const item = useQueue(({ items }) => items.find((candidate) => candidate.itemId === itemId))
  const sending = useQueue(({ sending: now }) => now)
  // The item itself is gone once it was dropped; its matter is still asked for.
  const [matterId] = useState(item?.matterId ?? '')
  const [undone, setUndone] = useState<'dropped' | 'withdrawing'>()
  const state = item ? itemState(item, sending) : undefined
  return (
    <Screen title={say.sent.title}>
      {undone ? (
        <TakenBack how={undone} matterId={matterId} />
      ) : (
        item && <WhereItIs item={item} inTrouble={state === 'needs-you'} />
      )}
      {item?.answer?.followCode && !undone && <FollowCode code={item.answer.followCode} />}
      {item && !undone && state !== 'needs-you' && (
        <Undo
          createdAt={item.createdAt}
          onUndo={() => void undoReport(itemId, say.sent.withdraw).then(setUndone)}
        />
      )}
      <View className="stack">
        {item?.answer && (
          <Press id="sent-look" label={say.sent.look} onPress={() => openMatter(item.matterId)} />
        )}
        {state === 'needs-you' && (
          <Press
            id="sent-queue"
            look="primary"
            label={say.queue.title}
            onPress={() => platform.routes.replace('/pages/queue/index')}
          />
        )}
        <Press
          id="sent-home"
          label={say.sent.home}
          onPress={() => platform.routes.tab('/pages/home/index')}
        />
      </View>
    </Screen>
  )
}

function WhereItIs({ item, inTrouble }: { item: QueueItem; inTrouble: boolean }) {
  const now = useNow()
  const { answer, trouble, label } = item
  if (inTrouble && trouble?.cause === 'refused')
    return <Outcome icon="needs-you" text={sayProblem(trouble.problem)} />
  if (!answer)
    return (
      <Outcome icon="waiting" text={say.sent.onPhone}>
        <View>{label.title}</View>
        <View className="quiet">{say.sent.onPhoneNext}</View>
      </Outcome>
    )
  return (
    <Outcome icon="ok" text={say.sent.arrived(answer.townshipName)}>
      <View className="strong">{label.title}</View>
      <Fact name={say.sent.where} value={answer.areaName} />
      <Fact
        name={say.sent.next}
        value={answer.dueAt ? say.sent.by(sayTime(answer.dueAt, now)) : answer.sentence}
      />
      <Fact name={say.sent.number} value={answer.number} />
    </Outcome>
  )
}

function Outcome({
  icon,
  text,
  children,
}: {
  icon: string
  text: string
  children?: React.ReactNode
}) {
  return (
    <View className="card outcome">
      <View className={`outcome__mark outcome__mark--${icon}`}>
        <Icon name={icon} size="large" />
      </View>
      <View id="sent-outcome" className="title">
        {text}
      </View>
      {children}
    </View>
  )
}

/** Dropped at once, or on its way to the township as a withdrawal, which may come too late. */
function TakenBack({ how, matterId }: { how: 'dropped' | 'withdrawing'; matterId: string }) {
  const { items } = useQueue()
  if (how === 'dropped') return <Outcome icon="ok" text={say.sent.undone} />
  const step = items.find((item) => item.matterId === matterId && item.body.action === 'withdraw')
  if (step?.trouble?.cause === 'refused')
    return <Outcome icon="needs-you" text={sayProblem(step.trouble.problem)} />
  if (step?.step === 'done') return <Outcome icon="ok" text={say.sent.withdrawn} />
  return <Outcome icon="waiting" text={say.sent.withdrawing} />
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <View className="fact">
      <View className="quiet fact__name">{name}</View>
      <View className="grow break">{value}</View>
    </View>
  )
}

function Undo({ createdAt, onUndo }: { createdAt: number; onUndo: () => void }) {
  const left = useSecondsLeft(createdAt + UNDO_MS)
  if (left <= 0) return null
  return <Press id="sent-undo" look="danger" label={say.sent.undo(left)} onPress={onUndo} />
}

function useSecondsLeft(until: number): number {
  const [left, setLeft] = useState(() => secondsUntil(until))
  useEffect(() => {
    if (left <= 0) return undefined
    const timer = setTimeout(() => setLeft(secondsUntil(until)), SECOND_MS)
    return () => clearTimeout(timer)
  }, [left, until])
  return left
}

const SECOND_MS = 1000

function secondsUntil(until: number): number {
  return Math.ceil((until - Date.now()) / SECOND_MS)
}
