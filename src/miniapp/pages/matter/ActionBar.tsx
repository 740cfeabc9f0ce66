import { View } from '@tarojs/components'
import type { ActionView, MatterView } from '@contract/views'
import { Press } from '../../components/Press'
import { platform } from '../../platform/platform'
import { claimTask } from '../../stores/claim'
import { noteChanged } from '../../stores/lists'
import { loadMatter } from '../../stores/matter'
import { openAct } from '../../stores/openBox'
import { useQueue } from '../../stores/sendQueue'
import { zh } from '../../words/zh'
import { sayRefusal } from '../matters/MatterRows'

type Props = { matter: MatterView; actions: readonly ActionView[] }

/** The buttons the flow allows this person now. Choosing an owner is the hub's, on its console. */
export function ActionBar({ matter, actions }: Props) {
  const { items } = useQueue()
  const queued = items.filter(
    (item) => item.matterId === matter.matterId && item.step === 'command',
  )
  const possible = actions.filter(
    ({ action, form }) =>
      form.every((field) => field.type !== 'owner') &&
      !queued.some((item) => item.body.action === action),
  )
  if (possible.length === 0) return null
  return (
    <View className="bar bar--actions">
      {possible.map(({ action, title, primary }) => (
        <Press
          key={action}
          id={`action-${action}`}
          className="grow"
          look={primary ? 'primary' : 'plain'}
          label={title}
          onPress={() =>
            isClaim(action, matter) ? void claim(matter) : openAct(matter.matterId, action)
          }
        />
      ))}
    </View>
  )
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
      answer.kind === 'refused' ? sayRefusal(answer.problem) : zh.matters.claimUnknown,
    )
  await loadMatter(matterId)
}
