import { Map } from '@tarojs/components'
import { openMatter } from '../../components/MatterCard'
import { spoken } from '../../components/spoken'
import { say } from '../../words/say'
import type { MapProps } from './mark'

const SCALE = 15
const LINE = '#0B6E4F'
const FILL = '#0B6E4F14'
const MARK_PX = 28
const MARK = '/icons/tab-matters-on.png'

/** WeChat's own map, whose tiles are WeChat's; the marks are ours. */
export function TiledMap({ grids, marks, here }: MapProps) {
  const [longitude, latitude] =
    here ?? marks[0]?.point ?? grids[0]?.rings[0]?.[0] ?? ([0, 0] as const)
  return (
    <Map
      id="grid-tiles"
      className="tiled-map"
      longitude={longitude}
      latitude={latitude}
      scale={SCALE}
      showLocation={false}
      onError={() => undefined}
      markers={marks.map(({ n, name, point: [x, y] }) => ({
        id: n,
        longitude: x,
        latitude: y,
        width: MARK_PX,
        height: MARK_PX,
        iconPath: MARK,
        title: say.grid.point(n, name),
      }))}
      polygons={grids.flatMap(({ rings }) =>
        rings.map((ring) => ({
          points: ring.map(([x, y]) => ({ longitude: x, latitude: y })),
          strokeColor: LINE,
          strokeWidth: 2,
          fillColor: FILL,
        })),
      )}
      onMarkerTap={({ detail }) => {
        const mark = marks.find(({ n }) => n === Number(detail.markerId))
        if (mark) openMatter(mark.matterId)
      }}
      {...spoken(say.grid.drawn, 'img')}
    />
  )
}
