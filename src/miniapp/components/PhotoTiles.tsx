import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { photoRules } from '@domain/photo/photoRules'
import { platform } from '../platform/platform'
import type { PhotoSource } from '../platform/ports'
import type { PhotoRecord } from '../photos/photoRecord'
import { addPhotos, removePhoto, sayPhotoFailed } from '../stores/draftPhotos'
import { addFilm } from '../stores/draftVoices'
import { say } from '../words/say'
import { Icon } from './Icon'
import { Picture } from './Picture'
import { Press } from './Press'

/** The photos of a draft, and the two ways to add one. */
export function PhotoTiles({
  draftKey,
  photos,
  field,
  max = photoRules.photosPerMatterMax,
}: {
  draftKey: string
  photos: readonly PhotoRecord[]
  /** The field of the form they are for; none where they are a report's own. */
  field?: string
  max?: number
}) {
  const full = photos.length >= max
  const add = (source: PhotoSource) => addTo(draftKey, source, { max, ...(field ? { field } : {}) })
  // The usual field is one of many forms; only a form with a second one needs to tell them apart.
  const id = field === undefined || field === 'photos' ? 'photo' : `photo-${field}`
  return (
    <View className="tiles">
      {photos.map((photo, index) => (
        <PhotoTile
          key={photo.fileId}
          photo={photo}
          n={index + 1}
          id={`${id}-remove-${index + 1}`}
          onRemove={() => removePhoto(draftKey, photo.fileId)}
        />
      ))}
      {full ? (
        <View className="quiet">{say.report.photosFull(max)}</View>
      ) : (
        <>
          <AddTile
            id={`${id}-camera`}
            icon="camera"
            label={say.report.camera}
            onPress={() => add('camera')}
          />
          <AddTile
            id={`${id}-album`}
            icon="album"
            label={say.report.album}
            onPress={() => add('album')}
          />
          {platform.photos.film && field === undefined && (
            <AddTile
              id={`${id}-film`}
              icon="film"
              label={say.voice.film}
              onPress={() => void film(draftKey)}
            />
          )}
        </>
      )}
    </View>
  )
}

function addTo(draftKey: string, source: PhotoSource, room: { field?: string; max: number }): void {
  addPhotos(draftKey, source, room).catch(sayPhotoFailed)
}

async function film(draftKey: string): Promise<void> {
  const outcome = await addFilm(draftKey).catch(sayPhotoFailed)
  if (outcome === 'too-large') platform.dialogs.toast(say.voice.filmTooLarge)
}

function AddTile({
  id,
  icon,
  label,
  onPress,
}: {
  id: string
  icon: string
  label: string
  onPress: () => void
}) {
  return (
    <Press id={id} look="bare" className="tile tile--add" label={label} onPress={onPress}>
      <Icon name={icon} />
      <View className="small">{label}</View>
    </Press>
  )
}

type TileProps = { id: string; photo: PhotoRecord; n: number; onRemove: () => void }

function PhotoTile({ id, photo: { fileId, medium, seconds = 0 }, n, onRemove }: TileProps) {
  const address = usePreview(fileId)
  return (
    <View className="tile">
      {medium === 'video' && <View className="tile__words">{say.voice.filmOf(seconds)}</View>}
      {address && !medium && (
        <Picture
          className="tile__photo"
          address={address}
          label={say.report.photo(n)}
          onPress={() => void showWhole(fileId)}
        />
      )}
      <Press
        id={id}
        look="bare"
        className="tile__remove"
        wordless
        label={say.report.removePhoto(n)}
        onPress={onRemove}
      >
        <View className="tile__cross">
          <Icon name="cross" size="small" />
        </View>
      </Press>
    </View>
  )
}

async function showWhole(fileId: string): Promise<void> {
  const address = await platform.photos.address(fileId)
  if (address) await platform.device.previewPhotos([address], address)
}

function usePreview(fileId: string): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    let here = true
    platform.photos.preview(fileId).then(
      (found) => here && setAddress(found),
      () => undefined,
    )
    return () => {
      here = false
    }
  }, [fileId])
  return address
}
