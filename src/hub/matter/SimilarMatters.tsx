import type { ActionView, MatterView } from '@contract/views'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { AskedAction } from '../actions/MatterActions'
import { Moment } from '../clock/Moment'
import { hrefOf } from '../console/route'
import { MergeChoice } from '../desk/MergeChoice'
import { useAtDesk } from '../desk/useAtDesk'
import { emptyDraft, withLabel, withValue } from '../form/draft'
import { PhotoGroup } from '../photos/PhotoGroup'
import { Photo } from './PhotoGroups'
import type { MatterDetail } from './useMatter'
import { reportOf, useReport, type OtherReport } from './useReport'
import { useSimilar, type Similar } from './useSimilar'

type Props = {
  readonly detail: MatterDetail
  readonly onJoin: (asked: AskedAction) => void
}

/** 疑似重复: what lies near, beside this one, and the way to join this into it. */
export function SimilarMatters({ detail, onJoin }: Props) {
  const { matter, actions } = detail
  const { similar } = useSimilar(matter.ended ? undefined : matter.matterId)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const mayMerge = useAtDesk() && matter.merging === undefined
  if (similar.length === 0) return null
  const choose = (matterId: string, picked: boolean) =>
    setChosen((before) => [
      ...before.filter((one) => one !== matterId),
      ...(picked ? [matterId] : []),
    ])
  return (
    <section aria-labelledby="similar-title" className="similar" data-testid="similar">
      <h3 id="similar-title">疑似重复 {similar.length} 件</h3>
      <p className="quiet">附近、前后一天里、同一类。看过确是同一件再并。</p>
      <ul>
        {similar.map((one) => (
          <SimilarLine
            key={one.matterId ?? one.number}
            matter={matter}
            similar={one}
            ask={askToJoin(actions, one)}
            onJoin={onJoin}
            chosen={one.matterId !== undefined && chosen.includes(one.matterId)}
            {...(mayMerge ? { onChoose: choose } : {})}
          />
        ))}
      </ul>
      {mayMerge && <MergeChoice matter={matter} chosen={chosen} onDone={() => setChosen([])} />}
    </section>
  )
}

/** The step, if it may be taken now, that asks which matter this one goes into: with that matter filled in. */
function askToJoin(
  actions: readonly ActionView[],
  { matterId, number }: Similar,
): AskedAction | undefined {
  const isInto = ({ name, type }: ActionView['form'][number]) =>
    name === 'into' && type === 'matter'
  const action = actions.find(({ form }) => form.some(isInto))
  if (!action || matterId === undefined) return undefined
  return { action, draft: withLabel(withValue(emptyDraft, 'into', matterId), matterId, number) }
}

type LineProps = {
  readonly matter: MatterView
  readonly similar: Similar
  readonly ask: AskedAction | undefined
  readonly onJoin: (asked: AskedAction) => void
  readonly chosen: boolean
  readonly onChoose?: (matterId: string, picked: boolean) => void
}

function SimilarLine({ matter, similar, ask, onJoin, chosen, onChoose }: LineProps) {
  const { matterId, number, metres, areaName, statusTitle, receivedAt } = similar
  return (
    <li data-testid="similar-matter" data-matter-id={matterId}>
      <p className="similar-what">
        {matterId && onChoose && (
          <Checkbox
            checked={chosen}
            onChange={({ target }) => onChoose(matterId, target.checked)}
            data-testid="choose-similar"
          >
            选中
          </Checkbox>
        )}
        <b>相距 {metres} 米</b>
        <span>{areaName}</span>
        <span className="status-tag">{statusTitle}</span>
        <Moment at={receivedAt} />
        {matterId ? (
          <a href={hrefOf({ page: 'matters', matterId })}>{number}</a>
        ) : (
          <span className="quiet">不在你的辖区，看不到内容</span>
        )}
        {ask && (
          <Button onClick={() => onJoin(ask)} data-testid="join-this">
            并到这一件
          </Button>
        )}
      </p>
      {matterId && !isGuarded(matter) && <SideBySide matter={matter} otherId={matterId} />}
    </li>
  )
}

/** Each reading of such a matter is on record: the other one is opened by whoever means to, not by passing by. */
function isGuarded({ sensitivity }: MatterView): boolean {
  return sensitivity === 'S2' || sensitivity === 'S3'
}

function SideBySide({ matter, otherId }: { matter: MatterView; otherId: string }) {
  const other = useReport(otherId)
  if (!other) return null
  return (
    <PhotoGroup>
      <div className="side-by-side" data-testid="side-by-side">
        <ReportSide title="这一件" report={reportOf(matter)} />
        <ReportSide title="那一件" report={other} />
      </div>
    </PhotoGroup>
  )
}

function ReportSide({ title, report }: { title: string; report: OtherReport }) {
  return (
    <figure>
      <figcaption>
        {title} <Moment at={report.receivedAt} />
      </figcaption>
      <div className="side-text" role="region" aria-label={`${title}的文字`} tabIndex={0}>
        {report.text === '' ? '（没有文字）' : report.text}
      </div>
      <div className="photos">
        {report.photos.length === 0 && <span className="quiet">没有照片</span>}
        {report.photos.map((photo) => (
          <Photo key={photo.fileId} photo={photo} />
        ))}
      </div>
    </figure>
  )
}
