import type { TaskView } from '@contract/views'
import { Moment } from '../clock/Moment'

const stateWords = { open: '还没签收', claimed: '已签收，在办', done: '已反馈' } as const

/** 协办: what each of those who were called has said so far, and when. */
export function CalledTasks({ called }: { called: readonly TaskView[] | undefined }) {
  if (!called || called.length === 0) return null
  const answered = called.filter(({ state }) => state === 'done').length
  return (
    <section aria-labelledby="called-title">
      <h3 id="called-title">
        请来协办的{' '}
        <span className="quiet">
          {answered}/{called.length} 已反馈
        </span>
      </h3>
      <ul className="called">
        {called.map((task) => (
          <li key={task.taskId} data-testid="called" data-state={task.state}>
            <p>
              <b>{task.ownerName}</b>
              <span className={`line-state line-${task.state === 'done' ? 'done' : 'open'}`}>
                {stateWords[task.state]}
              </span>
              {task.claimedBy && <span className="quiet">{task.claimedBy.name}</span>}
              <span className="quiet called-when">
                派出 <Moment at={task.openedAt} />
                {task.claimedAt && (
                  <>
                    {' · 签收 '}
                    <Moment at={task.claimedAt} />
                  </>
                )}
                {task.answeredAt && (
                  <>
                    {' · 反馈 '}
                    <Moment at={task.answeredAt} />
                  </>
                )}
              </span>
            </p>
            {task.answer && <p className="called-answer">{task.answer}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
