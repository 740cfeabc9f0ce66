import type { MatterView } from '@contract/views'
import { DeadlineClock } from '../clock/DeadlineClock'
import { UrgencyMark } from '../look/UrgencyMark'
import { WarnedMark } from './WarnedMark'

/** What it is, how far it is, and how long is left. */
export function MatterHeading({ matter }: { matter: MatterView }) {
  return (
    <header className="matter-heading">
      <div className="matter-title">
        <UrgencyMark urgency={matter.urgency} />
        <span className="matter-flow" data-testid="matter-flow">
          {matter.flowTitle}
        </span>
        <h2>{matter.kind.name}</h2>
        <span className="status-tag" data-testid="matter-status">
          {matter.statusTitle}
        </span>
        {matter.confirmed && <span className="status-tag status-ok">已核实</span>}
        {isGuarded(matter) && <span className="status-tag status-guarded">敏感，勿外传</span>}
        <WarnedMark matter={matter} />
        {matter.dueAt && !matter.ended && <DeadlineClock dueAt={matter.dueAt} />}
      </div>
      <p className="matter-where">
        <b>{matter.area.name}</b>
        <span className="matter-number" data-testid="matter-number">
          {matter.number}
        </span>
      </p>
    </header>
  )
}

function isGuarded({ sensitivity }: MatterView): boolean {
  return sensitivity === 'S2' || sensitivity === 'S3'
}
