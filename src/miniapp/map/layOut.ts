import type { Point } from './metresBetween'

/** Rings of a grid's border, the outer one first. */
export type Outline = readonly (readonly Point[])[]

/** In hundredths of the drawing, from the left and the top. */
export type Spot = { readonly left: number; readonly top: number }

export type Drawing = {
  /** Of the box that holds it: height to width. */
  readonly ratio: number
  /** An SVG's path data in thousandths of the width. */
  readonly path: string
  /** Where a point stands, in hundredths from the left and the top; nothing outside the drawing. */
  readonly at: (point: Point) => Spot | undefined
  /** The other way round: what lies under a finger. */
  readonly under: (spot: Spot) => Point
}

const WIDE = 1000
/** So that a point on the border is still whole. */
const MARGIN = 0.08
/** A strip of land is not drawn as a line. */
const RATIO_MIN = 0.5
const RATIO_MAX = 1.4

/** The borders as a plain drawing; without any, the points' own surroundings. */
export function layOut(outlines: readonly Outline[], points: readonly Point[]): Drawing {
  const shown = outlines.flat(2)
  const [west, south, east, north] = boxOf(shown.length > 0 ? shown : points)
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const width = (east - west) * shrink
  const height = north - south
  const ratio = Math.min(RATIO_MAX, Math.max(RATIO_MIN, height / width))
  const scale = Math.max(width, height / ratio)
  const x = (longitude: number) => 0.5 + ((longitude - (west + east) / 2) * shrink) / scale
  const y = (latitude: number) => 0.5 * ratio - (latitude - (south + north) / 2) / scale
  const place = ([longitude, latitude]: Point) => [x(longitude), y(latitude)] as const
  return {
    ratio,
    path: outlines.flatMap((outline) => outline.map((ring) => pathOf(ring.map(place)))).join(''),
    at: (point) => {
      const [left, top] = place(point)
      const inside = left >= 0 && left <= 1 && top >= 0 && top <= ratio
      return inside ? { left: left * 100, top: (top / ratio) * 100 } : undefined
    },
    under: ({ left, top }) => [
      (west + east) / 2 + ((left / 100 - 0.5) * scale) / shrink,
      (south + north) / 2 + (0.5 - top / 100) * ratio * scale,
    ],
  }
}

function pathOf(points: readonly (readonly [number, number])[]): string {
  const steps = points.map(([left, top]) => `${Math.round(left * WIDE)} ${Math.round(top * WIDE)}`)
  return `M${steps.join('L')}Z`
}

type Box = readonly [west: number, south: number, east: number, north: number]

/** A single point has no size: a few hundred metres are shown around it. */
const AROUND = 0.002

function boxOf(points: readonly Point[]): Box {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  if (points.length === 0) return [-AROUND, -AROUND, AROUND, AROUND]
  const [west, east] = spread(xs)
  const [south, north] = spread(ys)
  return [west, south, east, north]
}

function spread(values: readonly number[]): readonly [number, number] {
  const low = Math.min(...values)
  const high = Math.max(...values)
  const margin = Math.max((high - low) * MARGIN, AROUND)
  return [low - margin, high + margin]
}

/** A border is drawn with so many corners; more cost room on the phone and are not seen. */
const CORNERS_MAX = 120

export function thinned(ring: readonly Point[]): Point[] {
  const step = Math.ceil(ring.length / CORNERS_MAX)
  return ring.filter((_, index) => index % step === 0).map(([x, y]) => [short(x), short(y)])
}

/** A metre. */
function short(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5
}
