import type { ActionView, MatterView } from '@contract/views'
import { Button, Image } from 'antd'
import type { AskedAction } from '../actions/MatterActions'
import { Moment } from '../clock/Moment'
import { hrefOf } from '../console/route'
import { emptyDraft, withLabel, withValue } from '../form/draft'
import { Photo } from './PhotoGroups'
import type { MatterDetail } from './useMatter'
import { useReportPhotos } from './useReportPhotos'
import { useSimilar, type Similar } from './useSimilar'

type Props = {
  readonly detail: MatterDetail
  readonly onJoin: (asked: AskedAction) => void
}

/** 疑似重复: what lies near, beside this one, and the way to join this into it. */
export function SimilarMatters({ detail, onJoin }: Props) {
  const { matter, actions } = detail
  const { similar } = useSimilar(matter.ended ? undefined : matter.matterId)
  if (similar.length === 0) return null
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
          />
        ))}
      </ul>
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
}

function SimilarLine({ matter, similar, ask, onJoin }: LineProps) {
  const { matterId, number, metres, areaName, statusTitle, receivedAt } = similar
  return (
    <li data-testid="similar-matter" data-matter-id={matterId}>
      <p className="similar-what">
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
  const other = useReportPhotos(otherId)
  const own = matter.photos.filter(({ takenFor }) => takenFor === 'report')
  if (own.length === 0 && other.length === 0) return null
  return (
    <Image.PreviewGroup>
      <div className="side-by-side" data-testid="side-by-side">
        <PhotoSide title="这一件" photos={own} />
        <PhotoSide title="那一件" photos={other} />
      </div>
    </Image.PreviewGroup>
  )
}

function PhotoSide({ title, photos }: { title: string; photos: MatterView['photos'] }) {
  return (
    <figure>
      <figcaption>{title}</figcaption>
      <div className="photos">
        {photos.length === 0 && <span className="quiet">没有照片</span>}
        {photos.map((photo) => (
          <Photo key={photo.fileId} photo={photo} />
        ))}
      </div>
    </figure>
  )
}
