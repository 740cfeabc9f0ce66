import { Alert, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { MatterActions, type AskedAction } from '../actions/MatterActions'
import { useAtDesk } from '../desk/useAtDesk'
import { DeskNotes } from '../desk/DeskNotes'
import { NearMatters } from '../desk/NearMatters'
import { DeskTools } from '../desk/DeskTools'
import { wordsOf } from '../wire/WireProblem'
import { PrintHead } from '../print/PrintHead'
import { CalledTasks } from './CalledTasks'
import { Checklists } from './Checklists'
import { FilledFields } from './FilledFields'
import { MatterFacts } from './MatterFacts'
import { MatterHeading } from './MatterHeading'
import { MatterLinks } from './MatterLinks'
import { PhotoGroups } from './PhotoGroups'
import { Rolls } from './Rolls'
import { Secrets } from './Secrets'
import { SimilarMatters } from './SimilarMatters'
import { TaskCard } from './TaskCard'
import { Timeline } from './Timeline'
import { useMatter } from './useMatter'
import './matter.css'

export function MatterPanel({ matterId }: { matterId: string }) {
  const { detail, problem, refresh } = useMatter(matterId)
  const [asked, setAsked] = useState<AskedAction>()
  const atDesk = useAtDesk()
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
      <PrintHead matter={matter} />
      <MatterHeading matter={matter} />
      {atDesk && <DeskTools matter={matter} />}
      <MatterActions detail={detail} refresh={refresh} asked={asked} />
      {/* Read by the arrow keys also where nothing in it can be pressed. */}
      <div className="matter-scroll" role="region" aria-label="这件事的内容" tabIndex={0}>
        {problem !== undefined && <Trouble problem={problem} onRetry={() => void refresh()} />}
        <SimilarMatters detail={detail} onJoin={setAsked} />
        {matter.text !== '' && (
          <p className="matter-text" data-testid="matter-text">
            {matter.text}
          </p>
        )}
        <PhotoGroups matter={matter} onLinkExpired={() => void refresh()} />
        <Secrets matter={matter} />
        {matter.task && <TaskCard task={matter.task} />}
        <CalledTasks called={matter.called} />
        <Checklists lists={matter.lists} />
        <Rolls matterId={matterId} rolls={matter.rolls} />
        <FilledFields fields={matter.fields} />
        <MatterLinks detail={detail} />
        {atDesk && <NearMatters matterId={matterId} />}
        {atDesk && <DeskNotes matterId={matterId} />}
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
