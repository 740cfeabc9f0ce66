import { Video, View } from '@tarojs/components'
import { useState } from 'react'
import type { MatterView, PhotoView } from '@contract/views'
import { Picture } from '../../components/Picture'
import { Press } from '../../components/Press'
import { platform } from '../../platform/platform'
import { addressOf } from '../../stores/apiBase'
import { useSession } from '../../stores/session'
import { say } from '../../words/say'
import { MatterVoices } from './MatterVoices'
import { Watermark } from './Watermark'

type Props = Pick<MatterView, 'photos' | 'sensitivity'>

/** Pictures only once the server has cleaned them; until then, in words, where each one is. */
export function MatterPhotos({ photos, sensitivity }: Props) {
  const viewer = useSession(({ person }) => person?.name ?? '')
  const [opened, setOpened] = useState<string>()
  if (photos.length === 0) return null
  const pictures = photos.filter(({ medium }) => medium !== 'voice')
  const voices = photos.filter(({ medium }) => medium === 'voice')
  const large = photos.flatMap(({ url, medium }) => (url && !medium ? [addressOf(url)] : []))
  // The phone's own viewer draws nothing over a picture and offers to save it.
  const marked = sensitivity === 'S3' ? say.matter.watermark(viewer) : undefined
  const open = (address: string) =>
    marked ? setOpened(address) : void platform.device.previewPhotos(large, address)
  return (
    <View className="photos">
      {pictures.length > 0 && <View className="section">{say.matter.photosOf}</View>}
      <View className="tiles">
        {pictures.map((photo, index) => (
          <PhotoTile key={photo.fileId} photo={photo} n={index + 1} marked={marked} onOpen={open} />
        ))}
      </View>
      <MatterVoices voices={voices} />
      {opened && marked && (
        <MarkedPhoto address={opened} marked={marked} onClose={() => setOpened(undefined)} />
      )}
    </View>
  )
}

type TileProps = {
  photo: PhotoView
  n: number
  marked: string | undefined
  onOpen: (address: string) => void
}

function PhotoTile({ photo, n, marked, onOpen }: TileProps) {
  const { state, url, thumbnailUrl, medium } = photo
  if (state !== 'ready' || !url) {
    return (
      <View className="tile tile--words">
        {say.matter.photoState[state === 'ready' ? 'processing' : state]}
        <Fate photo={photo} />
      </View>
    )
  }
  if (medium === 'video') return <Film address={addressOf(url)} />
  return (
    <Press
      id={`photo-${n}`}
      look="bare"
      className="tile"
      wordless
      label={say.report.photo(n)}
      onPress={() => onOpen(addressOf(url))}
    >
      <Picture
        className="tile__photo"
        address={addressOf(thumbnailUrl ?? url)}
        label={say.report.photo(n)}
      />
      {marked && <Watermark name={marked} />}
      <Fate photo={photo} />
    </Press>
  )
}

/** Asked for again, or replaced by a better one: a word over the picture. */
function Fate({ photo: { wanted, replacedBy } }: { photo: PhotoView }) {
  if (!wanted && !replacedBy) return null
  return (
    <View className="tile__fate">{wanted ? say.matter.wantedMark : say.matter.replacedMark}</View>
  )
}

function Film({ address }: { address: string }) {
  return (
    <Video
      className="tile tile--film"
      src={address}
      objectFit="contain"
      showMuteBtn
      autoplay={false}
    />
  )
}

type MarkedProps = { address: string; marked: string; onClose: () => void }

function MarkedPhoto({ address, marked, onClose }: MarkedProps) {
  return (
    <View className="veil photo-veil">
      <Picture className="photo-veil__photo" whole address={address} label={say.matter.photosOf} />
      <Watermark name={marked} />
      <Press
        id="photo-close"
        className="photo-veil__close"
        label={say.matter.closePhoto}
        onPress={onClose}
      />
    </View>
  )
}
