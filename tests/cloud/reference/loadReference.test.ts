import gcoord from 'gcoord'
import pointInPolygon from 'point-in-polygon-hao'
import { importCounty } from '@cloud/import/importCounty'
import { loadReference } from '@cloud/reference/loadReference'
import type { Geometry, Reference } from '@cloud/reference/reference'
import type { Place } from '@domain/place/place'
import { openTestCounty, openTestDatabase, type TestDatabase } from '../../support/openDatabase'
import { placeInBaozhu, testCounty } from '../../support/testCounty'

const { id, township, village, grid } = testCounty

let county: TestDatabase
let reference: Reference

beforeAll(async () => {
  county = await openTestCounty()
  reference = await loadReference(county.database, id)
})
afterAll(() => county.close())

describe('a point and its grid', () => {
  test('a point in Baozhu village finds its grid, village and township', () => {
    expect(reference.gridAt(placeInBaozhu)).toEqual({
      code: grid,
      name: '宝珠村 第3网格',
      village: { code: village, name: '宝珠村' },
      township: { code: township, name: '西江镇' },
    })
  })

  test('the same spot told by a browser in WGS 84 finds the same grid', () => {
    const { longitude, latitude } = placeInBaozhu
    const [x, y] = gcoord.transform([longitude, latitude], gcoord.GCJ02, gcoord.WGS84)
    const place: Place = { longitude: x, latitude: y, datum: 'wgs84' }
    expect(reference.gridAt(place)?.code).toBe(grid)
    expect(Math.hypot(x - longitude, y - latitude)).toBeGreaterThan(0.005)
  })

  test('2,000 points anywhere in the county find the grid that a search through all of them finds', () => {
    const places = placesIn(2000)
    expect(places.map((place) => reference.gridAt(place)?.code)).toEqual(places.map(searchAll))
  })

  test('a corner that several grids share belongs to the one with the lowest code', () => {
    const corners = reference.grids(village).flatMap((row) => row.geometry.flat(2))
    const answers = corners.map(([longitude, latitude]) => {
      return reference.gridAt({ longitude, latitude, datum: 'gcj02' })?.code
    })
    const expected = corners.map(([longitude, latitude]) => {
      return searchAll({ longitude, latitude, datum: 'gcj02' })
    })
    expect(answers).toEqual(expected)
    expect(answers).not.toContain(undefined)
  })

  test('a point outside the county has no grid, however near the border', () => {
    const west = Math.min(...cornersOf(reference).map(([x]) => x))
    const [, latitude] = cornersOf(reference).find(([x]) => x === west) ?? [0, 0]
    expect(reference.gridAt({ longitude: west, latitude, datum: 'gcj02' })).toBeDefined()
    expect(reference.gridAt({ longitude: west - 1e-6, latitude, datum: 'gcj02' })).toBeUndefined()
    expect(reference.gridAt({ longitude: 0, latitude: 0, datum: 'wgs84' })).toBeUndefined()
  })
})

describe('names and lists', () => {
  test('areas are called as people say them, and an unknown code stays a code', () => {
    expect(reference.areaName(township)).toBe('西江镇')
    expect(reference.areaName(village)).toBe('宝珠村')
    expect(reference.areaName(grid)).toBe('宝珠村 第3网格')
    expect(reference.areaName('441882999')).toBe('441882999')
  })

  test('the county opens into its 12 townships, a township into its villages, a village into nothing', () => {
    expect(reference.areas(testCounty.code)).toHaveLength(12)
    expect(reference.areas(township)).toContainEqual({
      code: village,
      name: '宝珠村',
      level: 'village',
    })
    expect(reference.areas(village)).toEqual([])
    expect(reference.areas('999999')).toEqual([])
  })

  test('the grids of an area are those below it', () => {
    expect(reference.grids(testCounty.code)).toHaveLength(1139)
    expect(reference.grids(village).map((row) => row.view.code)).toContain(grid)
    expect(reference.grids(village)).toHaveLength(7)
    expect(reference.grids(grid)).toHaveLength(1)
    expect(reference.gridDatum()).toBe('gcj02')
  })

  test('a grid is served by the eight departments of its township', () => {
    const codes = reference.departments(grid).map((department) => department.code)
    expect(codes).toHaveLength(8)
    expect(codes).toContain(testCounty.policeDepartment)
    expect(reference.findDepartment(testCounty.policeDepartment)?.name).toBe('派出所')
  })
})

describe('the kinds of matter', () => {
  test('72 kinds are offered, with the limits that the list gives them', () => {
    const ofTheCounty = reference.kinds().filter(({ category }) => category < '10')
    expect(ofTheCounty).toHaveLength(72)
    expect(reference.findKind('0701')?.accept).toEqual({ hours: 0.17, clock: 'elapsed' })
    expect(reference.kindView('0603')?.initials).toBe('ldbl')
    expect(reference.findKind('9999')).toBeUndefined()
  })

  test('a version that begins tomorrow is known but not yet in force', async () => {
    await county.database.query(
      `insert into kinds select county_id, code, 2, now() + interval '1 day', name, category,
         category_name, urgency, 99, accept_clock, handle_hours, handle_clock, base_points, self_close,
         sensitivity, owner, initials, icon, rank, emergency_number, note
       from kinds where county_id = $1 and code = '0501'`,
      [id],
    )
    await reference.reload()
    expect(reference.findKind('0501')?.version).toBe(1)
    expect(reference.findKind('0501', 2)?.accept.hours).toBe(99)
    expect(reference.kindView('0501')?.acceptHours).toBe(4)
  })
})

test('a county without anything answers that it has nothing, until an import is read', async () => {
  const { database, close } = await openTestDatabase()
  const empty = await loadReference(database, id)
  expect(empty.kinds().filter(({ category }) => category < '10')).toEqual([])
  expect(empty.gridAt(placeInBaozhu)).toBeUndefined()
  const areas = Buffer.from('code,name,level\n441882,连州市,county\n')
  await importCounty(database, id, { areas })
  expect(empty.areaName('441882')).toBe('441882')
  await empty.reload()
  expect(empty.areaName('441882')).toBe('连州市')
  await close()
})

function cornersOf(from: Reference): [number, number][] {
  return from.grids(testCounty.code).flatMap((row) => row.geometry.flat(2))
}

function searchAll({ longitude, latitude }: Place): string | undefined {
  const codes = reference
    .grids(testCounty.code)
    .filter((row) => isIn([longitude, latitude], row.geometry))
    .map((row) => row.view.code)
  return codes.sort()[0]
}

function isIn(point: [number, number], geometry: Geometry): boolean {
  return geometry.some((polygon) => pointInPolygon(point, polygon) !== false)
}

/** The same places on every run (a linear congruential generator). */
function placesIn(count: number): Place[] {
  const corners = cornersOf(reference)
  const [west, east] = [Math.min(...corners.map(([x]) => x)), Math.max(...corners.map(([x]) => x))]
  const [south, north] = [
    Math.min(...corners.map(([, y]) => y)),
    Math.max(...corners.map(([, y]) => y)),
  ]
  let state = 1139
  const between = (low: number, high: number) => {
    state = (state * 48271) % 2147483647
    return low + (state / 2147483647) * (high - low)
  }
  const places: Place[] = []
  while (places.length < count) {
    const place: Place = {
      longitude: between(west, east),
      latitude: between(south, north),
      datum: 'gcj02',
    }
    if (searchAll(place) !== undefined) places.push(place)
  }
  return places
}
