import type { MatterView } from '@contract/views'
import { Button } from 'antd'
import { useState } from 'react'
import { useAtDesk } from '../desk/useAtDesk'
import { beforeAndAfter, shownPhotos } from './comparedPhotos'
import { CompareDialog } from './CompareDialog'
import { MaskDialog } from './MaskDialog'
import './photos.css'

type Props = { readonly matter: MatterView; readonly onMasked: () => void }

/** What can be done with the photos beside looking at them. */
export function PhotoTools({ matter, onMasked }: Props) {
  const [open, setOpen] = useState<'compare' | 'mask'>()
  const atDesk = useAtDesk()
  const shown = shownPhotos(matter)
  const { before, after } = beforeAndAfter(matter)
  const close = () => setOpen(undefined)
  if (shown.length === 0) return null
  return (
    <span className="photo-tools">
      {before.length > 0 && after.length > 0 && (
        <Button size="small" onClick={() => setOpen('compare')} data-testid="compare-open">
          前后对比
        </Button>
      )}
      {atDesk && (
        <Button size="small" onClick={() => setOpen('mask')} data-testid="mask-open">
          盖住人脸、车牌
        </Button>
      )}
      {open === 'compare' && <CompareDialog before={before} after={after} onClose={close} />}
      {open === 'mask' && (
        <MaskDialog
          matter={matter}
          photos={shown}
          onClose={close}
          onMasked={() => {
            close()
            onMasked()
          }}
        />
      )}
    </span>
  )
}
