import type { Box } from '@contract/api/maskPhoto'

type Point = { readonly x: number; readonly y: number }

/** Between two corners, whichever way it was drawn; inside the picture. */
export function boxBetween(one: Point, other: Point): Box {
  const left = inside(Math.min(one.x, other.x))
  const top = inside(Math.min(one.y, other.y))
  return {
    left,
    top,
    width: inside(Math.max(one.x, other.x)) - left,
    height: inside(Math.max(one.y, other.y)) - top,
  }
}

/** A box that was a mere click covers nothing. */
export function coversSomething({ width, height }: Box): boolean {
  return width > 0.005 && height > 0.005
}

const STEP = 0.01

/** Arrows move it, with Shift they make it larger or smaller. */
export function moveBox(box: Box, key: string, grows: boolean): Box {
  const [x, y] = directions[key] ?? [0, 0]
  if (grows)
    return {
      ...box,
      width: between(STEP, box.width + x * STEP, 1 - box.left),
      height: between(STEP, box.height + y * STEP, 1 - box.top),
    }
  return {
    ...box,
    left: between(0, box.left + x * STEP, 1 - box.width),
    top: between(0, box.top + y * STEP, 1 - box.height),
  }
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

export function isDirection(key: string): boolean {
  return key in directions
}

function inside(value: number): number {
  return between(0, value, 1)
}

function between(low: number, value: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}
