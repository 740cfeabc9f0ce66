import { View } from '@tarojs/components'
import type { TaskView } from '@contract/views'
import { sayTime } from '../../words/sayTime'
import { say } from '../../words/say'

/** 协办: who was called, whether they signed for it, and what they answered. */
export function CalledTasks({ called, now }: { called: readonly TaskView[]; now: number }) {
  if (called.length === 0) return null
  return (
    <View>
      <View className="section">{say.matter.called}</View>
      {called.map((task) => (
        <View key={task.taskId} className="card">
          <View className="row row--apart">
            <View className="strong">{nameOf(task)}</View>
            <View className={task.state === 'done' ? '' : 'strong'}>
              {say.matter.calledState[task.state]}
            </View>
          </View>
          <View className="quiet small">{sayTimes(task, now)}</View>
          {task.answer && <View className="quote lines">{task.answer}</View>}
        </View>
      ))}
    </View>
  )
}

function nameOf({ ownerName, claimedBy }: TaskView): string {
  return claimedBy && claimedBy.name !== ownerName ? `${ownerName} ${claimedBy.name}` : ownerName
}

function sayTimes({ claimedAt, answeredAt }: TaskView, now: number): string {
  const signed = claimedAt ? [say.matter.signedAt(sayTime(claimedAt, now))] : []
  const answered = answeredAt ? [say.matter.answeredAt(sayTime(answeredAt, now))] : []
  return [...signed, ...answered].join(' · ')
}
