import type { Geometry } from '../reference/reference'

/** Horizontal lines laid through the common ground; enough to tell one hundredth of a grid from nothing. */
const LINES = 64

type Span = readonly [number, number]

/**
 * About how much ground two shapes share, in square degrees. Measured along lines rather than clipped: clipping two
 * borders that nearly coincide fails on exactly the maps people draw, this only gets a little less exact.
 */
export function overlapArea(a: Geometry, b: Geometry): number {
  const [lowA, highA] = heightOf(a)
  const [lowB, highB] = heightOf(b)
  const from = Math.max(lowA, lowB)
  const step = (Math.min(highA, highB) - from) / LINES
  if (!(step > 0)) return 0
  const crossingsA = crossingsOf(a, { from, step })
  const crossingsB = crossingsOf(b, { from, step })
  let length = 0
  for (let line = 0; line < LINES; line++) {
    length += commonLength(spansOf(crossingsA[line]), spansOf(crossingsB[line]))
  }
  return length * step
}

function heightOf(geometry: Geometry): Span {
  let [low, high] = [Infinity, -Infinity]
  for (const [, y] of geometry.flat(2)) {
    low = Math.min(low, y)
    high = Math.max(high, y)
  }
  return [low, high]
}

type Lines = { readonly from: number; readonly step: number }

/** Where each line meets the border. Edge by edge, since an edge of a surveyed border meets few of the lines. */
function crossingsOf(geometry: Geometry, { from, step }: Lines): number[][] {
  const crossings: number[][] = Array.from({ length: LINES }, () => [])
  for (const ring of geometry.flat()) {
    let [x1, y1] = ring[0] ?? [0, 0]
    for (const [x2, y2] of ring) {
      const first = Math.max(0, Math.floor((Math.min(y1, y2) - from) / step - 0.5))
      const last = Math.min(LINES - 1, Math.ceil((Math.max(y1, y2) - from) / step - 0.5))
      for (let line = first; line <= last; line++) {
        const y = from + (line + 0.5) * step
        if (y1 <= y !== y2 <= y) crossings[line]?.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1))
      }
      ;[x1, y1] = [x2, y2]
    }
  }
  return crossings
}

/** The line's pieces inside, from left to right; holes fall out by taking crossings in pairs. */
function spansOf(crossings: number[] = []): Span[] {
  crossings.sort((a, b) => a - b)
  const spans: Span[] = []
  for (let at = 0; at + 1 < crossings.length; at += 2) {
    spans.push([crossings[at] ?? 0, crossings[at + 1] ?? 0])
  }
  return spans
}

function commonLength(a: readonly Span[], b: readonly Span[]): number {
  let sum = 0
  for (const [fromA, toA] of a) {
    for (const [fromB, toB] of b) sum += Math.max(0, Math.min(toA, toB) - Math.max(fromA, fromB))
  }
  return sum
}
