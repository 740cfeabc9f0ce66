import { urgencyShapes } from '../look/urgencyShapes'
import { useGrids, type Grids } from '../map/useGrids'
import type { Wall } from './useWall'

const SIZE = 1000
const MARK = 26

type Frame = {
  readonly west: number
  readonly north: number
  readonly scale: number
  readonly high: number
}

/** Grids as lines and open matters as marks: no street, no house, no tiles from outside. */
export function WallMap({ wall }: { wall: Wall }) {
  const { grids } = useGrids(wall.area.code)
  const frame = frameOf(grids)
  if (!grids || !frame) return <div className="wall-map" />
  const shown = [...wall.marks].sort((one, other) => Number(one.overdue) - Number(other.overdue))
  return (
    <svg
      className="wall-map"
      viewBox={`0 0 ${SIZE} ${frame.high}`}
      role="img"
      aria-label={`地图上有 ${wall.marks.length} 件在办的事`}
    >
      <path
        d={grids.items
          .flatMap(({ geometry = [] }) => geometry.flat())
          .map((ring) => pathOf(frame, ring))
          .join('')}
      />
      {shown.map(({ longitude, latitude, urgency, overdue }, place) => {
        const [x, y] = pointOf(frame, [longitude, latitude])
        const look = overdue ? 'wall-mark-overdue' : `urgency-${urgency.toLowerCase()}`
        return (
          <g
            key={place}
            className={look}
            transform={`translate(${x - MARK / 2} ${y - MARK / 2}) scale(${MARK / 16})`}
          >
            <path d={urgencyShapes[urgency]} />
          </g>
        )
      })}
    </svg>
  )
}

function frameOf(grids: Grids | undefined): Frame | undefined {
  const points = (grids?.items ?? []).flatMap(({ geometry = [] }) => geometry.flat(2))
  if (points.length === 0) return undefined
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    west = Math.min(west, x)
    east = Math.max(east, x)
    south = Math.min(south, y)
    north = Math.max(north, y)
  }
  const scale = SIZE / (east - west || 1)
  // A degree of latitude is longer than one of longitude, here by a tenth.
  const stretch = 1 / Math.cos((((south + north) / 2) * Math.PI) / 180)
  return { west, north, scale, high: Math.round((north - south) * scale * stretch) || SIZE }
}

function pointOf({ west, north, scale, high }: Frame, [x, y]: readonly [number, number]) {
  const stretch = 1 / Math.cos((north * Math.PI) / 180)
  return [(x - west) * scale, Math.min(high, (north - y) * scale * stretch)] as const
}

function pathOf(frame: Frame, ring: readonly (readonly [number, number])[]): string {
  const points = ring.map((point) => pointOf(frame, point).map(Math.round).join(' '))
  return `M${points.join('L')}Z`
}
