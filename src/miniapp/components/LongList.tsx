import { View } from '@tarojs/components'
import { Fragment, useEffect, useRef, useState, type ReactNode } from 'react'
import { usePageScroll } from '../platform/lifecycle'
import { platform } from '../platform/platform'

type Props<T> = {
  /** Begins the ids of its parts. */
  id: string
  items: readonly T[]
  draw: (item: T, index: number) => ReactNode
}

type Slice = { readonly first: number; readonly last: number }

/** About a screen and a half: what lies in front, with one such part above and below, always covers the screen. */
const ROWS_PER_PART = 10

/**
 * A list of any length that WeChat can draw: only the parts around the screen are there, and empty space as high as they
 * were stands for the others. A page of more than a thousand nodes answers a tap late on a cheap phone.
 */
export function LongList<T>({ id, items, draw }: Props<T>) {
  const heights = useRef<number[]>([])
  const [front, setFront] = useState(0)
  const parts = Math.ceil(items.length / ROWS_PER_PART)
  usePageScroll(({ scrollTop }) => {
    const at = partAt(heights.current, scrollTop)
    if (at !== front) setFront(at)
  })
  const { first, last } = around(front, parts, heights.current)
  return (
    <View id={id}>
      <Gap heights={heights.current.slice(0, first)} />
      {Array.from({ length: last - first }, (_, n) => first + n).map((part) => (
        <Part
          key={part}
          id={`${id}-${part}`}
          onMeasured={(height) => void (heights.current[part] = height)}
        >
          {items
            .slice(part * ROWS_PER_PART, (part + 1) * ROWS_PER_PART)
            .map((item, n) => draw(item, part * ROWS_PER_PART + n))}
        </Part>
      ))}
      <Gap heights={heights.current.slice(last, parts)} />
    </View>
  )
}

/** The part that lies under the upper edge of the screen, as far as parts were measured. */
function partAt(heights: readonly number[], scrollTop: number): number {
  let below = 0
  for (const [part, height] of heights.entries()) {
    below += height
    if (below > scrollTop) return part
  }
  return Math.max(0, heights.length - 1)
}

/** What was never measured is drawn: nobody knows how much space would stand for it. */
function around(front: number, parts: number, heights: readonly number[]): Slice {
  let first = Math.min(Math.max(0, front - 1), Math.max(0, parts - 1))
  let last = Math.min(front + 2, parts)
  while (last < parts && !heights[last]) last++
  while (first > 0 && !heights[first - 1]) first--
  return { first, last }
}

function Gap({ heights }: { heights: readonly number[] }) {
  const height = heights.reduce((sum, one) => sum + one, 0)
  return height > 0 ? <View style={{ height: `${height}px` }} /> : <Fragment />
}

type PartProps = { id: string; onMeasured: (height: number) => void; children: ReactNode }

function Part({ id, onMeasured, children }: PartProps) {
  // An answer that comes when the part is gone already is still how high it was.
  useEffect(() => {
    const note = (height: number | undefined) => height && onMeasured(height)
    platform.device.measureHeight(id).then(note, () => undefined)
  })
  return (
    <View id={id} className="part">
      {children}
    </View>
  )
}
