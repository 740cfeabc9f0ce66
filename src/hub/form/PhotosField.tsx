import { photoRules } from '@domain/photo/photoRules'
import { Button } from 'antd'
import { useConsole } from '../console/ConsoleContext'
import { sendPhoto } from '../wire/sendPhoto'
import { wordsOf } from '../wire/WireProblem'
import { withPhotos, type DraftPhoto } from './draft'
import { FieldFrame } from './FieldFrame'
import type { FieldProps } from './FieldProps'
import { saidOf } from './saidOf'

/** Photos leave as soon as they are chosen, so that the last press does not have to wait for them. */
export function PhotosField(props: FieldProps) {
  const { field, draft } = props
  const { add, send, remove } = useDraftPhotos(props)
  const photos = draft.photos[field.name] ?? []
  return (
    <FieldFrame {...props}>
      {field.type === 'signature' && <p className="quiet">拍一张签好字的纸，字要看得清</p>}
      <input
        {...saidOf(props)}
        type="file"
        accept="image/*"
        multiple={field.type === 'photos'}
        onChange={(event) => {
          void add([...(event.target.files ?? [])])
          event.target.value = ''
        }}
        data-testid={`${field.name}-input`}
      />
      <ul className="draft-photos">
        {photos.map((photo) => (
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

function useDraftPhotos({ field, draft, edit }: FieldProps) {
  const { api, newId } = useConsole()
  const room = field.type === 'signature' ? 1 : field.max
  const put = (change: (before: readonly DraftPhoto[]) => readonly DraftPhoto[]) =>
    edit((before) => withPhotos(before, field.name, change))
  const change = (fileId: string, part: Partial<DraftPhoto>) =>
    put((before) => before.map((one) => (one.fileId === fileId ? { ...one, ...part } : one)))

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
    const left = Math.max(0, room - (draft.photos[field.name]?.length ?? 0))
    const photos = await Promise.all(files.slice(0, left).map((file) => readPhoto(file, newId())))
    put((before) => [...before, ...photos])
    await Promise.all(photos.filter(({ state }) => state === 'sending').map(send))
  }
  const remove = (fileId: string) => put((before) => before.filter((one) => one.fileId !== fileId))
  return { add, send, remove }
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
