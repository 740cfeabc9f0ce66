import { View } from '@tarojs/components'
import { spoken } from '../../components/spoken'
import { drawBorder } from '../../map/drawBorder'
import type { Drawing, Outline } from '../../map/layOut'
import type { Point } from '../../map/metresBetween'
import { touched, type Touch } from '../../map/touched'
import { platform } from '../../platform/platform'
import type { GridOutline } from '../../stores/gridOutline'
import { say } from '../../words/say'

const MAP = 'pin-map'

type Props = {
  readonly grids: readonly GridOutline[]
  readonly drawing: Drawing
  readonly pin: Point | undefined
  readonly onPin: (pin: Point) => void
}

/** The grids as the phone itself draws them: a finger on it sets the pin, without satellite and without a line. */
export function PinMap({ grids, drawing, pin, onPin }: Props) {
  const { path, ratio, at, under } = drawing
  const take = async (touch: Touch) => {
    const box = await platform.device.measureBox(MAP)
    const spot = box && touched(touch, box)
    if (spot) onPin(under(spot))
  }
  const spot = pin && at(pin)
  return (
    <View
      id={MAP}
      className="drawn-map"
      style={{ paddingBottom: `${ratio * 100}%`, backgroundImage: drawBorder(path, ratio) }}
      onClick={(event) => void take(event)}
      {...spoken(say.pin.map, 'img')}
    >
      {grids.map(({ code, name, rings }) => {
        const middle = at(middleOf(rings))
        return (
          middle && (
            <View
              key={code}
              className="drawn-map__name"
              style={{ left: `${middle.left}%`, top: `${middle.top}%` }}
            >
              {shortName(name)}
            </View>
          )
        )
      })}
      {spot && (
        <View
          id="pin-set"
          className="drawn-map__pin"
          style={{ left: `${spot.left}%`, top: `${spot.top}%` }}
        />
      )}
    </View>
  )
}

/** Of "宝珠村 第3网格" what tells it from its neighbours. */
function shortName(name: string): string {
  return name.split(' ').pop() ?? name
}

function middleOf([ring = []]: Outline): Point {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)]
  const middle = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2
  return [middle(xs), middle(ys)]
}
