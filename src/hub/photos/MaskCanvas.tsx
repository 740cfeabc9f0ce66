import type { Box } from '@contract/api/maskPhoto'
import { useState, type KeyboardEvent, type PointerEvent } from 'react'
import { boxBetween, coversSomething, isDirection, moveBox } from './boxesOf'

type Props = {
  readonly url: string
  readonly boxes: readonly Box[]
  readonly onChange: (boxes: readonly Box[]) => void
}

type Point = { readonly x: number; readonly y: number }

/** The picture with its boxes: drawn by the mouse, moved by the arrow keys, taken away by Delete. */
export function MaskCanvas({ url, boxes, onChange }: Props) {
  const [from, setFrom] = useState<Point>()
  const [to, setTo] = useState<Point>()
  const drawn = from && to ? boxBetween(from, to) : undefined
  function begin(event: PointerEvent<HTMLDivElement>) {
    if (event.target instanceof HTMLButtonElement) return
    event.currentTarget.setPointerCapture?.(event.pointerId)
    setFrom(pointOf(event))
    setTo(undefined)
  }
  function end() {
    if (drawn && coversSomething(drawn)) onChange([...boxes, drawn])
    setFrom(undefined)
    setTo(undefined)
  }
  return (
    <div
      className="mask-canvas"
      onPointerDown={begin}
      onPointerMove={(event) => from && setTo(pointOf(event))}
      onPointerUp={end}
      data-testid="mask-canvas"
    >
      <img src={url} alt="要盖框的照片" draggable={false} />
      {boxes.map((box, place) => (
        <BoxHandle
          key={place}
          box={box}
          name={`黑框 ${place + 1}`}
          onChange={(next) => onChange(boxes.map((one, at) => (at === place ? next : one)))}
          onDrop={() => onChange(boxes.filter((_, at) => at !== place))}
        />
      ))}
      {drawn && <span className="mask-box mask-drawn" style={styleOf(drawn)} />}
    </div>
  )
}

type HandleProps = {
  readonly box: Box
  readonly name: string
  readonly onChange: (box: Box) => void
  readonly onDrop: () => void
}

function BoxHandle({ box, name, onChange, onDrop }: HandleProps) {
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Delete' || event.key === 'Backspace') onDrop()
    else if (isDirection(event.key)) onChange(moveBox(box, event.key, event.shiftKey))
    else return
    event.preventDefault()
  }
  return (
    <button
      type="button"
      className="mask-box"
      style={styleOf(box)}
      onKeyDown={press}
      aria-label={`${name}，方向键移动，按住 Shift 改大小，Delete 去掉`}
      data-testid="mask-box"
    />
  )
}

function pointOf(event: PointerEvent<HTMLDivElement>): Point {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
  return { x: (event.clientX - left) / width, y: (event.clientY - top) / height }
}

function styleOf({ left, top, width, height }: Box) {
  return {
    left: `${left * 100}%`,
    top: `${top * 100}%`,
    width: `${width * 100}%`,
    height: `${height * 100}%`,
  }
}
