import type { TaskView } from '@contract/views'
import { Moment } from '../clock/Moment'

/** Whose it is now, in a sentence. */
export function TaskCard({ task }: { task: TaskView }) {
  return (
    <section className="task" data-testid="task" data-state={task.state}>
      <h3>谁在办</h3>
      <p>
        <b>{task.claimedBy?.name ?? task.ownerName}</b> {stateWords[task.state]}
        {task.claimedBy && task.owner.kind !== 'person' && `（派给${task.ownerName}）`}
      </p>
      <p className="quiet">
        派出 <Moment at={task.openedAt} />
        {task.claimedAt && (
          <>
            {' · 接手 '}
            <Moment at={task.claimedAt} />
          </>
        )}
      </p>
    </section>
  )
}

const stateWords = { open: '还没接手', claimed: '在办', done: '办完了' } as const
