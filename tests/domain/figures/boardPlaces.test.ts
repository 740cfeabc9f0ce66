import { hotSpots, silentAreas } from '@domain/figures/silentAreas'
import { spanBucket } from '@domain/figures/spanBucket'
import { spreadOf } from '@domain/figures/spreadOf'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@domain/shared/instant'

const hours = (ms: number) => `hours.${spanBucket(ms)}`

test('how long it took falls into bars that people know, the last one open', () => {
  const tally = new Map([
    [hours(MINUTE_MS), 3],
    [hours(3 * HOUR_MS), 2],
    [hours(2 * DAY_MS), 4],
    [hours(90 * DAY_MS), 1],
    ['ended', 10],
  ])
  expect(spreadOf(tally).filter(({ count }) => count > 0)).toEqual([
    { title: '1 小时内', count: 3 },
    { title: '1–4 小时', count: 2 },
    { title: '1–3 天', count: 4 },
    { title: '30 天以上', count: 1 },
  ])
  expect(spreadOf(new Map()).map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
})

test('the places with most come first, of equals the lower code, and a place of nothing is none', () => {
  const received = new Map([
    ['b', 2],
    ['a', 2],
    ['c', 5],
    ['d', 0],
  ])
  expect(hotSpots(received, 2)).toEqual([
    { areaCode: 'c', count: 5 },
    { areaCode: 'a', count: 2 },
  ])
  expect(hotSpots(received, 9)).toHaveLength(3)
  expect(silentAreas(['a', 'd', 'e'], received)).toEqual(['d', 'e'])
})
