import { View } from '@tarojs/components'
import type { MatterView } from '@contract/views'
import { ListEnd } from '../../components/ListEnd'
import { LongList } from '../../components/LongList'
import { MatterCard } from '../../components/MatterCard'
import { Notice } from '../../components/Notice'
import { Press } from '../../components/Press'
import { Waiting } from '../../components/Waiting'
import { platform } from '../../platform/platform'
import { claimTask, isWaiting, sayClaim } from '../../stores/claim'
import { loadList, noteChanged, useLists, type ListName } from '../../stores/lists'
import { useBox } from '../../stores/openBox'
import { useQueue } from '../../stores/sendQueue'
import { sortByDue } from '../../stores/taskNumbers'
import { say } from '../../words/say'
import { PoolOrder } from './PoolOrder'
import { inPoolOrder, metresTo, usePoolOrder, type PoolOrder as Order } from './usePoolOrder'

type Props = { box: ListName; rows: number; now: number }

export function MatterRows({ box, rows, now }: Props) {
  const { items, next, state } = useLists((lists) => lists[box])
  const order = usePoolOrder()
  const sorted = sortedFor(box, items, order)
  if (items.length === 0) return <NoRows box={box} state={state} />
  return (
    <View>
      {state === 'unreachable' && (
        <Notice
          text={say.unreachable}
          button={{ label: say.retry, onPress: () => void loadList(box) }}
        />
      )}
      {box === 'pool' && <PoolOrder {...order} />}
      <LongList
        // Another box begins at its top, with heights of its own.
        key={box}
        id={`rows-${box}`}
        items={sorted.slice(0, rows)}
        draw={(matter, index) => (
          <View key={matter.matterId}>
            <MatterCard
              id={`matter-${index}`}
              matter={matter}
              now={now}
              deadline={box !== 'reports'}
              {...(box === 'pool' ? awayOf(matter, order) : {})}
            />
            {box === 'pool' && <ClaimButton n={index} matter={matter} />}
          </View>
        )}
      />
      <ListEnd listed={items.length} shown={rows} next={next} />
    </View>
  )
}

function sortedFor(box: ListName, items: readonly MatterView[], order: Order) {
  if (box === 'pool') return inPoolOrder(items, order)
  return box === 'mine' ? sortByDue(items) : items
}

function awayOf(matter: MatterView, { here }: Order): { away?: string } {
  const metres = metresTo(matter, here)
  return metres === undefined ? {} : { away: say.matters.away(metres) }
}

function NoRows({ box, state }: { box: ListName; state: string }) {
  if (state === 'loading' || state === 'new') return <Waiting />
  if (state === 'unreachable')
    return (
      <Notice
        text={say.nothingKept}
        button={{ label: say.retry, onPress: () => void loadList(box) }}
      />
    )
  return <Notice text={say.matters.empty[box]} />
}

function ClaimButton({ n, matter }: { n: number; matter: MatterView }) {
  const { items } = useQueue()
  const { task, matterId } = matter
  if (task?.state !== 'open') return null
  if (isWaiting(items, matterId, 'claim'))
    return <View className="state state--waiting">{say.matters.unconfirmed}</View>
  return (
    <Press
      id={`claim-${n}`}
      look="primary"
      className="claim"
      label={say.matters.claim}
      onPress={() => void claim(task.taskId, matter.matterId)}
    />
  )
}

async function claim(taskId: string, matterId: string): Promise<void> {
  const answer = await claimTask(taskId, matterId)
  if (answer.kind === 'done') {
    noteChanged([answer.value.matter])
    useBox.setState({ box: 'mine' })
    platform.dialogs.toast(say.matters.claimed)
    return loadList('mine')
  }
  platform.dialogs.toast(sayClaim(answer))
  return loadList('pool')
}
