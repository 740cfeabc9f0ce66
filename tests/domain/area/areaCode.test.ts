import { areaLevel, countyOf, isAreaCode, townshipOf, villageOf } from '@domain/area/areaCode'
import { spokenAreaName, spokenGridName } from '@domain/area/areaName'
import { grid, village } from '../../support/people'

test('a code of an area tells its level and everything around it', () => {
  expect([grid, village, townshipOf(grid), countyOf(grid)].map(areaLevel)).toEqual([
    'grid',
    'village',
    'township',
    'county',
  ])
  expect(villageOf(grid)).toBe(village)
  expect(countyOf(village)).toBe('441882')
  expect(areaLevel('44')).toBe('county')
})

test('only digits, and as many as a level has, are the code of an area', () => {
  for (const code of [grid, village, '441882118', '441882']) expect(isAreaCode(code)).toBe(true)
  for (const code of ['44188', '4418821', 'x41882', '44188x', ''])
    expect(isAreaCode(code)).toBe(false)
})

test('a village is called as people call it', () => {
  expect(spokenAreaName('宝珠村委会')).toBe('宝珠村')
  expect(spokenAreaName('燕喜社区居委会')).toBe('燕喜社区')
  expect(spokenAreaName('城北居委会')).toBe('城北社区')
  expect(spokenAreaName('村委会大院')).toBe('村委会大院')
  expect(spokenAreaName('居委会大院')).toBe('居委会大院')
  expect(spokenAreaName('社区居委会大院')).toBe('社区居委会大院')
  expect(spokenGridName('宝珠村委会', '第3网格')).toBe('宝珠村 第3网格')
})
