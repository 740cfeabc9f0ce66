import { Modal, Select } from 'antd'
import { useState } from 'react'
import type { Shown } from './comparedPhotos'
import './photos.css'

type Props = {
  readonly before: readonly Shown[]
  readonly after: readonly Shown[]
  readonly onClose: () => void
}

/** 前后对比: one picture over the other; the slider, which arrow keys move as well, says how much of which. */
export function CompareDialog({ before, after, onClose }: Props) {
  const [first, setFirst] = useState(before[0])
  const [second, setSecond] = useState(after.at(-1))
  const [share, setShare] = useState(50)
  if (!first || !second) return null
  return (
    <Modal title="前后对比" open onCancel={onClose} footer={null} width={900} destroyOnHidden>
      <div className="compare" data-testid="compare">
        <div className="compare-picked">
          <PickPhoto label="办前" photos={before} picked={first} onPick={setFirst} />
          <PickPhoto label="办后" photos={after} picked={second} onPick={setSecond} />
        </div>
        <div className="compare-frame">
          <img src={second.url} alt="办后" />
          <img
            src={first.url}
            alt="办前"
            style={{ clipPath: `inset(0 ${100 - share}% 0 0)` }}
            data-testid="compare-before"
          />
          <span className="compare-line" style={{ left: `${share}%` }} />
        </div>
        <label className="compare-slider">
          <span>办前</span>
          <input
            type="range"
            min={0}
            max={100}
            value={share}
            autoFocus
            aria-label="办前占多少"
            onChange={(event) => setShare(Number(event.target.value))}
            data-testid="compare-slider"
          />
          <span>办后</span>
        </label>
      </div>
    </Modal>
  )
}

type PickProps = {
  readonly label: string
  readonly photos: readonly Shown[]
  readonly picked: Shown
  readonly onPick: (photo: Shown | undefined) => void
}

function PickPhoto({ label, photos, picked, onPick }: PickProps) {
  if (photos.length < 2) return <b>{label}</b>
  return (
    <Select
      value={picked.fileId}
      aria-label={label}
      onChange={(fileId) => onPick(photos.find((photo) => photo.fileId === fileId))}
      options={photos.map(({ fileId }, place) => ({
        value: fileId,
        label: `${label}第 ${place + 1} 张`,
      }))}
    />
  )
}
