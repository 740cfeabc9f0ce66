import { areaUnder } from '@miniapp/map/areaUnder'
import { fanOut } from '@miniapp/map/fanOut'
import { layOut, thinned } from '@miniapp/map/layOut'
import { metresBetween, pointOf, type Point } from '@miniapp/map/metresBetween'
import { touched } from '@miniapp/map/touched'

const ring: Point[] = [
  [112.4, 24.7],
  [112.42, 24.7],
  [112.42, 24.72],
  [112.4, 24.72],
]

test('what lies in the middle of the grid stands in the middle of the drawing, north above south', () => {
  const { at, path } = layOut([[ring]], [])
  const middle = at([112.41, 24.71])
  expect(middle?.left).toBeCloseTo(50)
  expect(middle?.top).toBeCloseTo(50)
  expect(at([112.41, 24.72])?.top).toBeLessThan(at([112.41, 24.7])?.top ?? 0)
  expect(path).toMatch(/^M(\d+ \d+L?){4}Z$/)
})

test('a matter filed far outside is left to the list and does not shrink the grid', () => {
  const { at } = layOut([[ring]], [[113.4, 24.7]])
  expect(at([113.4, 24.7])).toBeUndefined()
  expect(at([112.4, 24.7])?.left).toBeLessThan(20)
})

test('without a border the matters themselves say what is shown, one alone included', () => {
  expect(layOut([], [[112.4, 24.7]]).at([112.4, 24.7])?.left).toBeCloseTo(50)
  expect(layOut([], []).ratio).toBeGreaterThan(0)
})

test('a border of thousands of corners is kept with few', () => {
  const long = Array.from({ length: 5000 }, (_, n): Point => [112 + n / 1e4, 24])
  expect(thinned(long).length).toBeLessThanOrEqual(120)
  expect(thinned(ring)).toEqual(ring)
})

test('a kilometre is a kilometre, also between a phone’s place and a browser’s', () => {
  const one = { longitude: 112.4, latitude: 24.7, datum: 'gcj02' } as const
  expect(metresBetween(one, { ...one, latitude: 24.709 })).toBeCloseTo(1001, -1)
  expect(metresBetween(one, one)).toBe(0)
  const [longitude, latitude] = pointOf({ ...one, datum: 'wgs84' })
  expect(metresBetween({ ...one, datum: 'wgs84' }, { longitude, latitude, datum: 'gcj02' })).toBe(0)
  expect(metresBetween(one, { ...one, datum: 'wgs84' })).toBeGreaterThan(400)
})

test('matters at one spot stand beside each other, and one that is alone stays where it is', () => {
  const where = { left: 50, top: 50 }
  const spots = fanOut([{ where }, { where }, { where: { left: 90, top: 90 } }])
  const asides = spots.map(({ aside }) => aside)
  expect(asides[2]).toEqual({ x: 0, y: 0 })
  const [one, other] = asides
  expect(Math.hypot(one!.x - other!.x, one!.y - other!.y)).toBeGreaterThan(44)
})

test('a finger that comes down on a mark means the place of that mark', () => {
  const { at, under } = layOut([[ring]], [])
  const place: Point = [112.403, 24.716]
  const spot = at(place)
  const [longitude, latitude] = spot ? under(spot) : []
  expect(longitude).toBeCloseTo(place[0], 9)
  expect(latitude).toBeCloseTo(place[1], 9)
})

test('a finger is told by WeChat and by a browser in their own ways, and beside the map it says nothing', () => {
  const box = { left: 16, top: 100, width: 200, height: 100 }
  expect(touched({ clientX: 66, clientY: 125 }, box)).toEqual({ left: 25, top: 25 })
  expect(touched({ changedTouches: [{ clientX: 66, clientY: 125 }] }, box)?.left).toBe(25)
  expect(touched({ clientX: 66, clientY: 99 }, box)).toBeUndefined()
  expect(touched({}, box)).toBeUndefined()
})

test('the phone itself knows in which grid a point lies, a hole in it excepted', () => {
  const hole: Point[] = [
    [112.404, 24.704],
    [112.408, 24.704],
    [112.408, 24.708],
    [112.404, 24.708],
  ]
  const grid = { name: '第3网格', rings: [ring, hole] }
  expect(areaUnder([grid], [112.415, 24.715])).toBe(grid)
  expect(areaUnder([grid], [112.406, 24.706])).toBeUndefined()
  expect(areaUnder([grid], [112.43, 24.71])).toBeUndefined()
})
