import { View } from '@tarojs/components'
import type { MatterView, PhotoView } from '@contract/views'
import { addressOf } from '../stores/apiBase'
import { retakePhoto } from '../stores/retakePhoto'
import { useQueue } from '../stores/sendQueue'
import { useSession } from '../stores/session'
import { say } from '../words/say'
import { Icon } from './Icon'
import { Picture } from './Picture'
import { Press } from './Press'
import { findWanted } from './waitsForReporter'

/** The photo that this person is asked to take again, unless the better one is on its way already. */
export function useWanted(matter: MatterView) {
  const me = useSession(({ person }) => person?.personId)
  const { items } = useQueue()
  const wanted = findWanted(matter, me)
  const onItsWay = items.some(
    ({ matterId, body, step }) =>
      matterId === matter.matterId && body.action === wanted?.action && step === 'command',
  )
  return onItsWay ? undefined : wanted
}

/** 请重拍: which photo, why, and the camera for exactly that one. */
export function WantedPhoto({ id, matter }: { id: string; matter: MatterView }) {
  const wanted = useWanted(matter)
  if (!wanted) return null
  const { n, photo, why, action } = wanted
  return (
    <View id={`${id}-card`} className="card card--needs-you">
      <Asked n={n} photo={photo} why={why} />
      <Press
        id={id}
        look="primary"
        label={say.matter.retake}
        onPress={() => void retakePhoto(matter.matterId, action)}
      >
        <Icon name="camera" size="small" />
        {say.matter.retake}
      </Press>
    </View>
  )
}

type NoteProps = { photos: readonly PhotoView[]; action: string }

/** On the form by which it is sent: the old one beside the words, so that nobody takes another thing. */
export function WantedNote({ photos, action }: NoteProps) {
  const index = photos.findIndex(({ wanted }) => wanted?.action === action)
  const photo = photos[index]
  if (!photo?.wanted) return null
  return (
    <View className="card">
      <Asked n={index + 1} photo={photo} why={photo.wanted.why} />
    </View>
  )
}

function Asked({ n, photo, why }: { n: number; photo: PhotoView; why: string }) {
  const source = photo.thumbnailUrl ?? photo.url
  return (
    <View className="row">
      {source && (
        <View className="tile">
          <Picture
            className="tile__photo"
            address={addressOf(source)}
            label={say.report.photo(n)}
          />
        </View>
      )}
      <View className="grow strong">{say.matter.wantedPhoto(n, why)}</View>
    </View>
  )
}
