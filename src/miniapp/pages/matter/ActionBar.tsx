import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MatterView } from '@contract/views'
import type { QueueItem } from '../../queue/queueItem'
import { Press } from '../../components/Press'
import { platform } from '../../platform/platform'
import { claimTask, sayClaim } from '../../stores/claim'
import { noteChanged } from '../../stores/lists'
import { loadMatter } from '../../stores/matter'
import { offlineActions } from '../../stores/offlineActions'
import { openAct } from '../../stores/openBox'
import { retakePhoto } from '../../stores/retakePhoto'
import { useQueue } from '../../stores/sendQueue'
import { say } from '../../words/say'

type Action = { readonly action: string; readonly title: string; readonly primary: boolean }
type Props = { matter: MatterView; actions: readonly Action[] }

/** More than these would stand over what the page says. */
const SHOWN_MAX = 3

/** The buttons the flow allows this person now, the one thing to do first; the rest one tap behind. */
export function ActionBar({ matter, actions }: Props) {
  const { items } = useQueue()
  const [all, setAll] = useState(false)
  const queued = items.filter(
    (item) => item.matterId === matter.matterId && item.step === 'command',
  )
  const possible = [...actions, ...aheadOf(matter, actions, queued)]
    .sort((one, other) => Number(other.primary) - Number(one.primary))
    .filter(({ action }) => !queued.some((item) => item.body.action === action))
  if (possible.length === 0) return null
  // One button for a single one more would hide it and gain nothing.
  const many = possible.length > SHOWN_MAX + 1
  const shown = many && !all ? possible.slice(0, SHOWN_MAX) : possible
  return (
    <View className={all ? 'bar bar--actions bar--all' : 'bar bar--actions'}>
      {shown.map((action) => (
        <ActionButton key={action.action} matter={matter} action={action} />
      ))}
      {many && (
        <Press
          id="actions-more"
          className="grow"
          look="quiet"
          label={
            all ? say.matter.fewerActions : say.matter.moreActions(possible.length - shown.length)
          }
          onPress={() => setAll(!all)}
        />
      )}
    </View>
  )
}

/** A claim that waits for its answer does not hold up the work: what follows it waits behind it. */
function aheadOf(matter: MatterView, actions: readonly Action[], queued: readonly QueueItem[]) {
  if (!queued.some(({ body }) => body.action === 'claim')) return []
  return offlineActions(matter, queued).filter(
    ({ action }) => !actions.some((other) => other.action === action),
  )
}

function ActionButton({ matter, action: row }: { matter: MatterView; action: Action }) {
  const { action, title, primary } = row
  return (
    <Press
      id={`action-${action}`}
      className="grow"
      look={primary ? 'primary' : 'plain'}
      label={title}
      onPress={() => begin(matter, action)}
    />
  )
}

function begin(matter: MatterView, action: string): void {
  if (isClaim(action, matter)) return void claim(matter)
  const retakes = matter.photos.some(({ wanted }) => wanted?.action === action)
  return retakes ? void retakePhoto(matter.matterId, action) : openAct(matter.matterId, action)
}

/** Claiming asks at once who is first; everything else may wait for signal. */
function isClaim(action: string, { task }: MatterView): boolean {
  return action === 'claim' && task !== undefined
}

async function claim({ task, matterId }: MatterView): Promise<void> {
  if (!task) return
  const answer = await claimTask(task.taskId, matterId)
  if (answer.kind === 'done') noteChanged([answer.value.matter])
  else platform.dialogs.toast(sayClaim(answer))
  await loadMatter(matterId)
}
