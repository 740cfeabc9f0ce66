import type { Box } from '../platform/ports'
import type { Spot } from './layOut'

/** WeChat tells where each finger was, a browser where the click was. */
export type Touch = {
  readonly changedTouches?: ArrayLike<Finger> | undefined
  readonly clientX?: number
  readonly clientY?: number
}

type Finger = { readonly clientX: number; readonly clientY: number }

/** Where in the box a finger came down, in hundredths of it; nothing beside it. */
export function touched(touch: Touch, box: Box): Spot | undefined {
  const { clientX, clientY } = touch.changedTouches?.[0] ?? touch
  if (clientX === undefined || clientY === undefined || box.width === 0) return undefined
  const left = ((clientX - box.left) / box.width) * 100
  const top = ((clientY - box.top) / box.height) * 100
  const inside = left >= 0 && left <= 100 && top >= 0 && top <= 100
  return inside ? { left, top } : undefined
}
