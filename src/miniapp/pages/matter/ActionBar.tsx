import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ActionView, MatterView } from '@contract/views'
import { Press } from '../../components/Press'
import { platform } from '../../platform/platform'
import { claimTask } from '../../stores/claim'
import { noteChanged } from '../../stores/lists'
import { loadMatter } from '../../stores/matter'
import { openAct } from '../../stores/openBox'
import { retakePhoto } from '../../stores/retakePhoto'
import { useQueue } from '../../stores/sendQueue'
import { say } from '../../words/say'
import { sayRefusal } from '../matters/MatterRows'

type Props = { matter: MatterView; actions: readonly ActionView[] }

/** More than these would stand over what the page says. */
const SHOWN_MAX = 3

/** The buttons the flow allows this person now, the one thing to do first; the rest one tap behind. */
export function ActionBar({ matter, actions }: Props) {
  const { items } = useQueue()
  const [all, setAll] = useState(false)
  const queued = items.filter(
    (item) => item.matterId === matter.matterId && item.step === 'command',
  )
  const possible = [...actions]
    .sort((one, other) => Number(other.primary) - Number(one.primary))
    .filter(({ action }) => !queued.some((item) => item.body.action === action))
  if (possible.length === 0) return null
  const many = possible.length > SHOWN_MAX
  const shown = many && !all ? possible.slice(0, SHOWN_MAX - 1) : possible
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

function ActionButton({ matter, action: row }: { matter: MatterView; action: ActionView }) {
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
  const answer = await claimTask(task.taskId)
  if (answer.kind === 'done') noteChanged([answer.value.matter])
  else
    platform.dialogs.toast(
      answer.kind === 'refused' ? sayRefusal(answer.problem) : say.matters.claimUnknown,
    )
  await loadMatter(matterId)
}
