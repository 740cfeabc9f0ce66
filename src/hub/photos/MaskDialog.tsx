import type { MatterView } from '@contract/views'
import { BOXES_MAX, type Box } from '@contract/api/maskPhoto'
import { Alert, Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { useConsole } from '../console/ConsoleContext'
import { useDeskCommand } from '../desk/useDeskCommand'
import { wordsOf } from '../wire/WireProblem'
import type { Shown } from './comparedPhotos'
import { MaskCanvas } from './MaskCanvas'
import './photos.css'

type Props = {
  readonly matter: MatterView
  readonly photos: readonly Shown[]
  readonly onClose: () => void
  readonly onMasked: () => void
}

/** 盖黑框 over faces and plates, a photo at a time. */
export function MaskDialog({ matter, photos, onClose, onMasked }: Props) {
  const [place, setPlace] = useState(0)
  const photo = photos[place]
  if (!photo) return null
  return (
    <Modal title="盖住人脸、车牌" open onCancel={onClose} footer={null} width={900} destroyOnHidden>
      <div className="mask" data-testid="mask">
        {photos.length > 1 && (
          <div className="tell-ready" role="group" aria-label="哪一张">
            {photos.map(({ fileId, masked }, at) => (
              <Button
                key={fileId}
                type={at === place ? 'primary' : 'default'}
                size="small"
                onClick={() => setPlace(at)}
              >
                第 {at + 1} 张{masked ? '（已盖）' : ''}
              </Button>
            ))}
          </div>
        )}
        <MaskOne key={photo.fileId} matter={matter} photo={photo} onMasked={onMasked} />
      </div>
    </Modal>
  )
}

type OneProps = {
  readonly matter: MatterView
  readonly photo: Shown
  readonly onMasked: () => void
}

function MaskOne({ matter, photo, onMasked }: OneProps) {
  const { api } = useConsole()
  const { run, busy, problem } = useDeskCommand()
  const { original, boxes, setBoxes, trouble } = useOriginal(matter, photo)
  const { matterId } = matter
  const { fileId } = photo
  async function save() {
    const send = (commandId: string) =>
      api.call('maskPhoto', { commandId, matterId, fileId, boxes: [...boxes] })
    if (await run(JSON.stringify([fileId, boxes]), send, '照片已换成盖过框的')) onMasked()
  }
  const centred: Box = { left: 0.4, top: 0.4, width: 0.2, height: 0.2 }
  const wrong = trouble ?? problem
  return (
    <>
      {wrong !== undefined && <Alert type="warning" showIcon role="alert" title={wordsOf(wrong)} />}
      {original && <MaskCanvas url={original} boxes={boxes} onChange={setBoxes} />}
      <p className="quiet">
        在照片上按住拖出方框；也可以加一个框再用方向键移动。盖过以后，所有人看到的都是盖过的；原图只有有权限的人能看，谁看了都有记录。
      </p>
      <div className="tell-ready">
        <Button
          type="primary"
          loading={busy}
          disabled={!original}
          onClick={() => void save()}
          data-testid="mask-save"
        >
          {boxes.length === 0 ? '不盖框' : `盖上 ${boxes.length} 个框`}
        </Button>
        <Button
          disabled={boxes.length >= BOXES_MAX}
          onClick={() => setBoxes([...boxes, centred])}
          data-testid="mask-add"
        >
          加一个框
        </Button>
        <Button disabled={boxes.length === 0} onClick={() => setBoxes([])}>
          全部去掉
        </Button>
      </div>
    </>
  )
}

/** One that has boxes is opened as it came, which is on record; one without is what everybody sees. */
function useOriginal({ matterId }: MatterView, { fileId, url, masked }: Shown) {
  const { api } = useConsole()
  const [boxes, setBoxes] = useState<readonly Box[]>([])
  const [original, setOriginal] = useState(masked ? undefined : url)
  const [trouble, setTrouble] = useState<unknown>()
  useEffect(() => {
    if (!masked) return
    let current = true
    api.call('openOriginal', { matterId, fileId }).then(
      (opened) => {
        if (!current) return
        setOriginal(opened.url)
        setBoxes(opened.boxes)
      },
      (error: unknown) => current && setTrouble(error),
    )
    return () => {
      current = false
    }
  }, [api, matterId, fileId, masked])
  return { original, boxes, setBoxes, trouble }
}
