import { View } from '@tarojs/components'
import { openMatter } from '../../components/MatterCard'
import { Press } from '../../components/Press'
import { spoken } from '../../components/spoken'
import { drawBorder } from '../../map/drawBorder'
import { fanOut, type Fanned } from '../../map/fanOut'
import { layOut } from '../../map/layOut'
import { say } from '../../words/say'
import type { MapProps, Mark } from './mark'

/** The grid's border and its matters, drawn by the phone itself: it needs no tiles, no key and no line. */
export function DrawnMap({ grids, marks, here }: MapProps) {
  const points = [...marks.map(({ point }) => point), ...(here ? [here] : [])]
  const { ratio, path, at } = layOut(
    grids.map(({ rings }) => rings),
    points,
  )
  const me = here && at(here)
  const placed = marks.flatMap((mark) => {
    const where = at(mark.point)
    return where ? [{ ...mark, where }] : []
  })
  return (
    <View
      id="grid-drawn"
      className="drawn-map"
      style={{ paddingBottom: `${ratio * 100}%`, backgroundImage: drawBorder(path, ratio) }}
    >
      {fanOut(placed).map((mark) => (
        <Dot key={mark.matterId} mark={mark} />
      ))}
      {me && (
        <View
          id="grid-here"
          className="drawn-map__here"
          style={{ left: `${me.left}%`, top: `${me.top}%` }}
          {...spoken(say.grid.here, 'img')}
        />
      )}
    </View>
  )
}

type Placed = Mark & { readonly where: { readonly left: number; readonly top: number } }

function Dot({ mark }: { mark: Fanned<Placed> }) {
  const { n, name, urgency, matterId, where, aside } = mark
  return (
    <View
      className="drawn-map__spot"
      style={{
        left: `calc(${where.left}% + ${aside.x}px)`,
        top: `calc(${where.top}% + ${aside.y}px)`,
      }}
    >
      <Press
        id={`mark-${n}`}
        look="bare"
        className={`drawn-map__mark tag--${urgency}`}
        label={say.grid.point(n, name)}
        onPress={() => openMatter(matterId)}
      >
        <View className="drawn-map__dot">{n}</View>
      </Press>
    </View>
  )
}
