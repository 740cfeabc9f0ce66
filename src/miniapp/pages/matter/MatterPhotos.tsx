import { Image, View } from '@tarojs/components'
import type { PhotoView } from '@contract/views'
import { spoken } from '../../components/spoken'
import { platform } from '../../platform/platform'
import { apiBase } from '../../stores/apiBase'
import { zh } from '../../words/zh'

/** Pictures only once the server has cleaned them; until then, in words, where each one is. */
export function MatterPhotos({ photos }: { photos: readonly PhotoView[] }) {
  if (photos.length === 0) return null
  const large = photos.flatMap(({ url }) => (url ? [addressOf(url)] : []))
  return (
    <View>
      <View className="section">{zh.matter.photosOf}</View>
      <View className="tiles">
        {photos.map((photo, index) => (
          <PhotoTile key={photo.fileId} photo={photo} n={index + 1} all={large} />
        ))}
      </View>
    </View>
  )
}

function PhotoTile({ photo, n, all }: { photo: PhotoView; n: number; all: readonly string[] }) {
  const { state, url, thumbnailUrl } = photo
  if (state !== 'ready' || !url) {
    return (
      <View className="tile tile--words">
        {zh.matter.photoState[state === 'ready' ? 'processing' : state]}
      </View>
    )
  }
  return (
    <View className="tile">
      <Image
        className="tile__photo"
        mode="aspectFill"
        lazyLoad
        src={addressOf(thumbnailUrl ?? url)}
        onClick={() => void platform.device.previewPhotos(all, addressOf(url))}
        {...spoken(zh.report.photo(n), 'img')}
      />
    </View>
  )
}

/** The server's own store answers with a path, a store outside with a whole address. */
function addressOf(url: string): string {
  return url.startsWith('/') ? `${apiBase()}${url}` : url
}
