import { crossesItself } from '@cloud/import/crossesItself'
import { findOverlaps } from '@cloud/import/findOverlaps'
import { overlapArea } from '@cloud/import/overlapArea'

type Point = [number, number]

test('two squares that overlap by a corner share that corner', () => {
  expect(overlapArea([[square(0, 2)]], [[square(1, 2)]])).toBeCloseTo(1, 5)
})

test('neighbours with a common border share nothing', () => {
  expect(overlapArea([[square(0, 1)]], [[square(1, 1)]])).toBe(0)
  expect(findOverlaps([{ geometry: [[square(0, 1)]] }, { geometry: [[square(1, 1)]] }])).toEqual([])
})

test('a village inside the hole of another does not lie on its ground', () => {
  const around = [square(0, 3), square(1, 1)]
  expect(overlapArea([around], [[square(1, 1)]])).toBe(0)
  expect(overlapArea([around], [around])).toBeCloseTo(8, 1)
})

test('a grid laid wholly inside a larger one is found', () => {
  const [large, small] = [{ geometry: [[square(0, 9)]] }, { geometry: [[square(1, 1)]] }]
  expect(findOverlaps([large, small])).toEqual([[large, small]])
})

test('a border may run out to a point and straight back, but not through itself', () => {
  const withSpike: Point[] = [
    [0, 0],
    [2, 0],
    [2, 1],
    [3, 1],
    [2, 1],
    [2, 2],
    [0, 2],
    [0, 0],
  ]
  const bowTie: Point[] = [
    [0, 0],
    [2, 2],
    [2, 0],
    [0, 2],
    [0, 0],
  ]
  expect(crossesItself([withSpike])).toBe(false)
  expect(crossesItself([bowTie])).toBe(true)
})

function square(at: number, side: number): Point[] {
  const to = at + side
  return [
    [at, at],
    [to, at],
    [to, to],
    [at, to],
    [at, at],
  ]
}
