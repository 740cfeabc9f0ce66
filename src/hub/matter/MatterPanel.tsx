import { Alert, Button, Skeleton } from 'antd'
import { MatterActions } from '../actions/MatterActions'
import { wordsOf } from '../wire/WireProblem'
import { MatterFacts } from './MatterFacts'
import { MatterHeading } from './MatterHeading'
import { PhotoGroups } from './PhotoGroups'
import { TaskCard } from './TaskCard'
import { Timeline } from './Timeline'
import { useMatter } from './useMatter'
import './matter.css'

export function MatterPanel({ matterId }: { matterId: string }) {
  const { detail, problem, refresh } = useMatter(matterId)
  if (!detail && problem === undefined) return <Skeleton active className="page-skeleton" />
  if (!detail) return <Trouble problem={problem} onRetry={() => void refresh()} />

  const { matter, history } = detail
  return (
    <article
      className="matter"
      data-testid="matter"
      data-matter-id={matterId}
      data-status={matter.status}
    >
      <MatterHeading matter={matter} />
      <MatterActions detail={detail} refresh={refresh} />
      <div className="matter-scroll">
        {problem !== undefined && <Trouble problem={problem} onRetry={() => void refresh()} />}
        {matter.text !== '' && (
          <p className="matter-text" data-testid="matter-text">
            {matter.text}
          </p>
        )}
        <PhotoGroups matter={matter} onLinkExpired={() => void refresh()} />
        {matter.task && <TaskCard task={matter.task} />}
        <MatterFacts matter={matter} />
        <Timeline history={history} />
      </div>
    </article>
  )
}

function Trouble({ problem, onRetry }: { problem: unknown; onRetry: () => void }) {
  return (
    <Alert
      className="matter-trouble"
      type="warning"
      showIcon
      title={wordsOf(problem)}
      action={<Button onClick={onRetry}>再试一次</Button>}
      data-testid="matter-trouble"
    />
  )
}
