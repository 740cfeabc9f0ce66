import { allFlows } from '@domain/flows/allFlows'
import type { MatterView } from '@contract/views'
import { DeadlineClock } from '../clock/DeadlineClock'
import { Moment } from '../clock/Moment'
import { useNow } from '../clock/useNow'
import { UrgencyMark } from '../look/UrgencyMark'

type Props = {
  readonly matter: MatterView
  readonly open: boolean
  readonly unseen: boolean
  readonly onOpen: () => void
  /** Absent where rows are opened and not chosen. */
  readonly picked?: boolean | undefined
}

export function InboxRow({ matter, open, unseen, onOpen, picked }: Props) {
  const overdue = matter.dueAt !== undefined && Date.parse(matter.dueAt) < useNow()
  return (
    <button
      type="button"
      className={`row${open ? ' row-open' : ''}${overdue ? ' row-overdue' : ''}${picked ? ' row-picked' : ''}`}
      onClick={onOpen}
      aria-pressed={picked}
      aria-current={open ? 'true' : undefined}
      data-testid="inbox-row"
      data-matter-id={matter.matterId}
      data-status={matter.status}
      data-urgency={matter.urgency}
    >
      <span className="row-line">
        {picked !== undefined && (
          <span className="row-pick" aria-hidden="true">
            {picked ? '✓' : ''}
          </span>
        )}
        <UrgencyMark urgency={matter.urgency} />
        <b className="row-kind">{matter.kind.name}</b>
        {unseen && <span className="row-new">新</span>}
        {matter.dueAt && <DeadlineClock dueAt={matter.dueAt} />}
      </span>
      <span className="row-text">{preview(matter)}</span>
      <span className="row-line row-quiet">
        {isUnusual(matter) && <span className="row-flow">{matter.flowTitle}</span>}
        <span className="row-area">{matter.area.name}</span>
        {matter.taken && (
          <span className="row-taken" data-testid="row-taken">
            {matter.taken.name}在办
          </span>
        )}
        <span className="row-status">{matter.merging ? '待并案' : matter.statusTitle}</span>
        <Moment at={matter.receivedAt} />
      </span>
    </button>
  )
}

/** Most rows are of the first flow; only what is not says so. */
function isUnusual({ flow }: MatterView): boolean {
  return flow !== allFlows[0]?.name
}

/** Whoever passes the desk reads the list: what is need-to-know stays inside. */
function preview({ sensitivity, text }: MatterView): string {
  if (sensitivity === 'S2' || sensitivity === 'S3') return '内容敏感，打开再看'
  return text === '' ? '（没有文字）' : text
}
