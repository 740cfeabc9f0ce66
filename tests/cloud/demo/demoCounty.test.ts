import { parse } from 'csv-parse/sync'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pointInPolygon from 'point-in-polygon-hao'

type Point = [number, number]
type Row = Record<string, string>

interface Grid {
  code: string
  villageCode: string
  polygons: Point[][][]
}

const folder = join(__dirname, '../../../src/cloud/demo/data')
const read = (file: string) => readFileSync(join(folder, file), 'utf8')
const table = (file: string) => parse<Row>(read(file), { columns: true })

const areas = table('areas.csv')
const people = table('people.csv')
const departments = table('departments.csv')
const kinds = table('kinds.csv')
const gridFile = JSON.parse(read('grids.geojson'))
const grids: Grid[] = gridFile.features.map(gridOf)
const outline: Point[] = JSON.parse(read('boundary.geojson')).geometry.coordinates[0]

const codesOf = (level: string) =>
  areas.filter((area) => area.level === level).map((area) => area.code ?? '')
const withRole = (role: string) => people.filter((post) => post.role === role)
const rings = grids.flatMap((grid) => grid.polygons.flat())

describe('the areas', () => {
  test('the county has 12 townships, 174 villages and 1,139 grids', () => {
    expect(codesOf('county')).toEqual(['441882'])
    expect(codesOf('township')).toHaveLength(12)
    expect(codesOf('village')).toHaveLength(174)
    expect(new Set(grids.map((grid) => grid.code)).size).toBe(1139)
  })

  test('every code begins with the code of the area around it', () => {
    const townships = new Set(codesOf('township'))
    const villages = new Set(codesOf('village'))
    expect(codesOf('township').filter((code) => !/^441882\d{3}$/.test(code))).toEqual([])
    expect(codesOf('village').filter((code) => !townships.has(code.slice(0, 9)))).toEqual([])
    expect(grids.filter((grid) => !villages.has(grid.villageCode))).toEqual([])
    expect(grids.filter((grid) => grid.code.slice(0, 12) !== grid.villageCode)).toEqual([])
  })

  test('Baozhu and Gaoshan both lie in Xijiang township', () => {
    const named = new Map(areas.map((area) => [area.name, area.code]))
    expect(named.get('宝珠村委会')).toBe('441882118215')
    expect(named.get('高山村委会')).toBe('441882118211')
    expect(named.get('西江镇')).toBe('441882118')
  })

  test('every village has six or seven grids, numbered from 001 without a gap', () => {
    for (const village of codesOf('village')) {
      const own = grids.filter((grid) => grid.villageCode === village).map((grid) => grid.code)
      expect([6, 7]).toContain(own.length)
      expect(own).toEqual(own.map((_, index) => `${village}00${index + 1}`))
    }
  })
})

describe('the map', () => {
  test('the map says which datum it is in and that its inner borders are made up', () => {
    expect(gridFile.datum).toBe('gcj02')
    expect(gridFile.note).toContain('made up')
  })

  test('the grids together are as large as the county', () => {
    const area = rings.reduce((sum, ring) => sum + areaOf(ring), 0)
    const whole = Math.abs(areaOf(outline))
    expect(Math.abs(area - whole) / whole).toBeLessThan(1e-9)
    expect(rings.filter((ring) => areaOf(ring) <= 0)).toEqual([])
  })

  test('any place in the county lies in one grid, and in one only', () => {
    const boxes = grids.map(boxOf)
    const places = placesInside(2000)
    const wrong = places.filter((place) => gridsAt(place, boxes) !== 1)
    expect(places).toHaveLength(2000)
    expect(wrong).toEqual([])
  })

  test('a border between two grids is the same line for both, and other edges are the outline', () => {
    const edges = new Set(rings.flatMap(edgesOf).map((edge) => edge.join(' ')))
    const alone = rings.flatMap(edgesOf).filter(([a, b]) => !edges.has(`${b.join()} ${a.join()}`))
    expect(edges.size).toBe(rings.flatMap(edgesOf).length)
    expect(alone.filter((edge) => !runsAlongOutline(edge))).toEqual([])
    const ends = new Set(alone.flat().map(String))
    // The published outline runs out to this point and straight back: it bounds nothing.
    const spike = '112.78125,24.897461'
    expect(outline.map(String).filter((corner) => !ends.has(corner))).toEqual([spike])
  })

  test('a village is one piece of ground, and so is a township', () => {
    for (const [level, digits] of [
      ['village', 12],
      ['township', 9],
    ] as const) {
      const scattered = codesOf(level).filter((code) => {
        return piecesOf(grids.filter((grid) => grid.code.slice(0, digits) === code)) !== 1
      })
      expect(scattered).toEqual([])
    }
  })
})

describe('the people', () => {
  test('1,165 grid workers serve the grids, one or two in each', () => {
    const perGrid = grids.map(
      (grid) => withRole('gridWorker').filter((post) => post.areaCode === grid.code).length,
    )
    expect(withRole('gridWorker')).toHaveLength(1165)
    expect(perGrid.filter((count) => count === 1)).toHaveLength(1113)
    expect(perGrid.filter((count) => count === 2)).toHaveLength(26)
  })

  test('every village has its information officers and residents, every township its hub', () => {
    const counts = (role: string, areaCodes: string[]) =>
      new Set(
        areaCodes.map((code) => withRole(role).filter((post) => post.areaCode === code).length),
      )
    expect(counts('informationOfficer', codesOf('village'))).toEqual(new Set([5]))
    expect(counts('resident', codesOf('village'))).toEqual(new Set([2]))
    expect(counts('hubOperator', codesOf('township'))).toEqual(new Set([1]))
    expect(counts('hubHead', codesOf('township'))).toEqual(new Set([1]))
    expect(counts('countyAdmin', codesOf('county'))).toEqual(new Set([1]))
  })

  test('every department of every township has an officer there', () => {
    const officers = withRole('departmentOfficer')
    expect(departments).toHaveLength(12 * 8)
    expect(officers.map((post) => [post.departmentCode, post.areaCode])).toEqual(
      departments.map((department) => [department.code, department.areaCode]),
    )
  })

  test('no two posts share an account, a name or a phone', () => {
    for (const column of ['account', 'name', 'phone']) {
      expect(new Set(people.map((post) => post[column])).size).toBe(people.length)
    }
  })

  test('no phone number of the demo leaves the block set aside for it', () => {
    expect(people.filter((post) => !/^1990000\d{4}$/.test(post.phone ?? ''))).toEqual([])
  })
})

describe('the kinds of matter', () => {
  test('there are 72 kinds, eight in each of nine categories', () => {
    const categories = new Set(kinds.map((kind) => kind.category))
    expect(new Set(kinds.map((kind) => kind.code)).size).toBe(72)
    for (const category of categories) {
      const own = kinds.filter((kind) => kind.category === category)
      expect(own.map((kind) => kind.code)).toEqual(
        own.map((_, index) => `${category}0${index + 1}`),
      )
    }
    expect(categories.size).toBe(9)
  })

  test('every kind has its urgency, time limits, points and rules', () => {
    const faulty = kinds.filter((kind) => {
      const hours = Number(kind.acceptHours) > 0 && Number(kind.handleHours) > 0
      const clocks = /^[EW][EW]$/.test(`${kind.acceptClock}${kind.handleClock}`)
      const rules = /^U[1-4] [YN] S[0-3]$/.test(
        `${kind.urgency} ${kind.selfClose} ${kind.sensitivity}`,
      )
      return !(hours && clocks && rules && /^\d+$/.test(kind.basePoints ?? '') && kind.owner)
    })
    expect(faulty).toEqual([])
  })

  test('overflowing rubbish may wait four working hours, a person lost ten minutes', () => {
    const limits = (code: string) => {
      const kind = kinds.find((row) => row.code === code)
      return [kind?.acceptHours, kind?.acceptClock, kind?.handleHours, kind?.handleClock]
    }
    expect(limits('0501')).toEqual(['4', 'W', '8', 'W'])
    expect(limits('0701')).toEqual(['0.17', 'E', '2', 'E'])
  })

  test('a kind is found by the first letters of its pinyin', () => {
    const initials = new Map(kinds.map((kind) => [kind.code, kind.initials]))
    expect(initials.get('0101')).toBe('lljf')
    expect(initials.get('0603')).toBe('ldbl')
    expect(kinds.filter((kind) => !/^[a-z0-9]+$/.test(kind.initials ?? ''))).toEqual([])
  })

  test('every emergency names the number to call first', () => {
    const numbers = ['110', '119', '120', '122', '96110']
    const called = kinds.filter((kind) => numbers.includes(kind.emergencyNumber ?? ''))
    const silent = kinds.filter((kind) => kind.emergencyNumber === '')
    expect(called.length + silent.length).toBe(72)
    expect(silent.filter((kind) => kind.category === '08')).toEqual([])
    expect(called.filter((kind) => kind.category !== '08').map((kind) => kind.code)).toEqual([
      '0202',
      '0306',
      '0307',
      '0902',
      '0903',
    ])
  })

  test('six kinds are offered first, in an order without ties', () => {
    const ranks = kinds.flatMap((kind) => (kind.rank === '' ? [] : [Number(kind.rank)]))
    expect(ranks.sort()).toEqual([1, 2, 3, 4, 5, 6])
  })
})

function gridOf(feature: {
  properties: { code: string; villageCode: string }
  geometry:
    { type: 'Polygon'; coordinates: Point[][] } | { type: 'MultiPolygon'; coordinates: Point[][][] }
}): Grid {
  const { geometry, properties } = feature
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return { ...properties, polygons }
}

function edgesOf(ring: Point[]): [Point, Point][] {
  return ring.slice(1).map((point, index) => [ring[index] ?? point, point])
}

/** Measured from the first corner, where the numbers are small enough to keep their digits. */
function areaOf(ring: Point[]): number {
  const [x, y] = ring[0] ?? [0, 0]
  return edgesOf(ring).reduce((sum, [a, b]) => {
    return sum + ((a[0] - x) * (b[1] - y) - (b[0] - x) * (a[1] - y)) / 2
  }, 0)
}

function boxOf(grid: Grid): [number, number, number, number] {
  const points = grid.polygons.flat(2)
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

function gridsAt([x, y]: Point, boxes: [number, number, number, number][]): number {
  return grids.filter((grid, index) => {
    const [west, south, east, north] = boxes[index] ?? [0, 0, 0, 0]
    if (x < west || x > east || y < south || y > north) return false
    return grid.polygons.some((polygon) => pointInPolygon([x, y], polygon) !== false)
  }).length
}

/** The same places on every run (a linear congruential generator). */
function placesInside(count: number): Point[] {
  const xs = outline.map(([x]) => x)
  const ys = outline.map(([, y]) => y)
  let state = 2026
  const between = (low: number, high: number) => {
    state = (state * 48271) % 2147483647
    return low + (state / 2147483647) * (high - low)
  }
  const places: Point[] = []
  while (places.length < count) {
    const x = between(Math.min(...xs), Math.max(...xs))
    const place: Point = [x, between(Math.min(...ys), Math.max(...ys))]
    if (pointInPolygon(place, [outline]) === true) places.push(place)
  }
  return places
}

function runsAlongOutline([a, b]: [Point, Point]): boolean {
  return edgesOf(outline).some(([from, to]) => {
    return distanceTo(a, from, to) < 2e-9 && distanceTo(b, from, to) < 2e-9
  })
}

function distanceTo(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const along = ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / (dx ** 2 + dy ** 2 || 1)
  const t = Math.min(1, Math.max(0, along))
  return Math.hypot(from[0] + t * dx - point[0], from[1] + t * dy - point[1])
}

/** How many separate pieces the grids form when those with a common border are joined. */
function piecesOf(group: Grid[]): number {
  const left = new Set(group)
  let pieces = 0
  for (const start of group) {
    if (!left.delete(start)) continue
    pieces += 1
    const queue = [start]
    for (let grid = queue.pop(); grid; grid = queue.pop()) {
      const edges = new Set(
        grid.polygons
          .flat()
          .flatMap(edgesOf)
          .map(([a, b]) => `${b.join()} ${a.join()}`),
      )
      const next = [...left].filter((other) => {
        return other.polygons
          .flat()
          .flatMap(edgesOf)
          .some((edge) => edges.has(edge.join(' ')))
      })
      next.forEach((other) => left.delete(other) && queue.push(other))
    }
  }
  return pieces
}
