import { photoRules } from '@domain/photo/photoRules'
import { Button } from 'antd'
import { useConsole } from '../console/ConsoleContext'
import { sendPhoto } from '../wire/sendPhoto'
import { wordsOf } from '../wire/WireProblem'
import type { DraftPhoto } from './draft'
import { FieldFrame } from './FieldFrame'
import type { FieldProps } from './FieldProps'

/** Photos leave as soon as they are chosen, so that the last press does not have to wait for them. */
export function PhotosField({ field, trouble, draft, edit }: FieldProps) {
  const { api, newId } = useConsole()
  const change = (fileId: string, part: Partial<DraftPhoto>) =>
    edit((before) => ({
      ...before,
      photos: before.photos.map((one) => (one.fileId === fileId ? { ...one, ...part } : one)),
    }))
  async function send(photo: DraftPhoto) {
    change(photo.fileId, { state: 'sending' })
    try {
      await sendPhoto(api, photo, (share) => change(photo.fileId, { share }))
      change(photo.fileId, { state: 'sent', share: 1 })
    } catch (error) {
      change(photo.fileId, { state: 'failed', trouble: wordsOf(error) })
    }
  }
  async function add(files: readonly File[]) {
    const room = Math.max(0, field.max - draft.photos.length)
    const photos = await Promise.all(files.slice(0, room).map((file) => readPhoto(file, newId())))
    edit((before) => ({ ...before, photos: [...before.photos, ...photos] }))
    await Promise.all(photos.filter(({ state }) => state === 'sending').map(send))
  }
  const remove = (fileId: string) =>
    edit((before) => ({ ...before, photos: before.photos.filter((one) => one.fileId !== fileId) }))

  return (
    <FieldFrame id="photos-input" title={field.title} required={field.required} trouble={trouble}>
      <input
        id="photos-input"
        name={field.name}
        type="file"
        accept="image/*"
        multiple
        onChange={(event) => {
          void add([...(event.target.files ?? [])])
          event.target.value = ''
        }}
        data-testid="photos-input"
      />
      <ul className="draft-photos">
        {draft.photos.map((photo) => (
          <li key={photo.fileId} data-testid="draft-photo" data-state={photo.state}>
            <img src={photo.previewUrl} alt="要送的照片" />
            <span>{photoWords(photo)}</span>
            {photo.state === 'failed' && photo.bytes.length > 0 && (
              <Button size="small" onClick={() => void send(photo)}>
                再传
              </Button>
            )}
            <Button size="small" onClick={() => remove(photo.fileId)}>
              去掉
            </Button>
          </li>
        ))}
      </ul>
    </FieldFrame>
  )
}

/** A picture over the limit is not even read: it stays in the list with the reason. */
async function readPhoto(file: File, fileId: string): Promise<DraftPhoto> {
  const shown = { fileId, previewUrl: URL.createObjectURL(file), share: 0 }
  if (file.size > photoRules.photoBytesMax) {
    const trouble = `照片超过 ${photoRules.photoBytesMax / 1024 / 1024} MB，请换一张`
    return { ...shown, bytes: new Uint8Array(), state: 'failed', trouble }
  }
  return { ...shown, bytes: new Uint8Array(await file.arrayBuffer()), state: 'sending' }
}

function photoWords({ state, share, trouble }: DraftPhoto): string {
  if (state === 'sent') return '已传到'
  return state === 'failed' ? (trouble ?? '没有传到') : `已传 ${Math.round(share * 100)}%`
}
