import { allFlows } from '@domain/flows/allFlows'
import type { MatterView, PhotoView } from '@contract/views'
import { Image } from 'antd'
import { PhotoTools } from '../photos/PhotoTools'
import { PhotoGroup } from '../photos/PhotoGroup'

type Props = {
  readonly matter: MatterView
  /** Links are signed for an hour; a matter may lie open for longer. */
  readonly onLinkExpired: () => void
}

/** Photos by what they were taken for: those of the report apart from those that show it done. */
export function PhotoGroups({ matter, onLinkExpired }: Props) {
  const occasions = [...new Set(matter.photos.map((photo) => photo.takenFor))]
  if (occasions.length === 0) return null
  return (
    <section aria-labelledby="photos-title">
      <h3 id="photos-title">
        {titleOf(matter)}
        <PhotoTools matter={matter} onMasked={onLinkExpired} />
      </h3>
      <PhotoGroup>
        {occasions.map((takenFor) => (
          <figure key={takenFor} className="photo-group">
            <figcaption>{occasionWords(matter.flow, takenFor)}</figcaption>
            <div className="photos">
              {matter.photos
                .filter((photo) => photo.takenFor === takenFor)
                .map((photo) => (
                  <span key={photo.fileId} className="photo-fated">
                    <Photo photo={photo} onLinkExpired={onLinkExpired} />
                    <Fate photo={photo} />
                  </span>
                ))}
            </div>
          </figure>
        ))}
      </PhotoGroup>
    </section>
  )
}

function titleOf({ photos }: MatterView): string {
  return photos.some(({ medium }) => medium === 'voice') ? '照片和语音' : '照片'
}

/** 请重拍: who is waited for and why; and what a better one has replaced. */
function Fate({ photo: { wanted, replacedBy } }: { readonly photo: PhotoView }) {
  if (!wanted && !replacedBy) return null
  return (
    <span className="photo-fate" data-testid="photo-fate">
      {wanted ? `等上报人重拍：${wanted.why}` : '已有重拍的'}
    </span>
  )
}

const PHOTO_PIXELS = 112

type PhotoProps = {
  readonly photo: PhotoView
  readonly onLinkExpired?: (() => void) | undefined
}

export function Photo({ photo, onLinkExpired }: PhotoProps) {
  const source = photo.thumbnailUrl ?? photo.url
  if (photo.state !== 'ready' || source === undefined) {
    return (
      <span className="photo-waiting" data-testid="photo-waiting">
        {photo.state === 'ready' ? '照片打不开' : waitingWords[photo.state]}
      </span>
    )
  }
  if (photo.medium) return <Recorded photo={photo} source={source} onLinkExpired={onLinkExpired} />
  return (
    <Image
      key={source}
      src={source}
      width={PHOTO_PIXELS}
      height={PHOTO_PIXELS}
      alt="现场照片，点开看大图"
      preview={{ src: photo.url ?? source }}
      {...(onLinkExpired ? { onError: onLinkExpired } : {})}
      data-testid="photo"
    />
  )
}

type RecordedProps = PhotoProps & { readonly source: string }

/** A voice with its words, where a service heard them, or a short video. */
function Recorded({ photo: { medium, transcript }, source, onLinkExpired }: RecordedProps) {
  const playing = { controls: true, src: source, onError: onLinkExpired, preload: 'metadata' }
  if (medium === 'video')
    return <video {...playing} className="photo-film" aria-label="现场录像" data-testid="film" />
  return (
    <span className="photo-voice">
      <audio {...playing} aria-label="语音" data-testid="voice" />
      {transcript !== undefined && <q className="photo-voice__words">{transcript}</q>}
    </span>
  )
}

const waitingWords = {
  awaited: '还在手机里，有信号就来',
  processing: '已收到，正在处理',
  refused: '不是能打开的照片',
} as const

function occasionWords(flowName: string, takenFor: string): string {
  if (takenFor === 'report') return '上报时'
  const flow = allFlows.find(({ name }) => name === flowName)
  for (const status of Object.values(flow?.statuses ?? {})) {
    const title = status.actions[takenFor]?.title
    if (title !== undefined) return title
  }
  return '补充'
}
