import { checkTiling, type TilingFigures } from './checkTiling'
import { cutCells } from './cutCells'
import { divideGround, neighboursOf, piecesOf, type Share } from './divideGround'
import type { Area } from './readSource'
import { pickSome } from './seededRandom'
import { spreadSeeds } from './spreadSeeds'
import type { Point, Ring } from './plane'

export interface Grid {
  code: string
  name: string
  villageCode: string
  pieces: Ring[]
}

export interface GridPlan {
  grids: Grid[]
  figures: TilingFigures & { scatteredTownships: number; scatteredVillages: number }
}

const gridCount = 1139

/**
 * Roughly where each township lies within the county, so that the made-up map does not put the
 * northern ones in the south. Its borders are invented all the same.
 */
const townshipAt: Record<string, Point> = {
  '441882100': [112.38, 24.78],
  '441882101': [112.55, 24.98],
  '441882102': [112.65, 25.08],
  '441882103': [112.5, 24.86],
  '441882104': [112.29, 24.9],
  '441882105': [112.42, 24.92],
  '441882106': [112.2, 25.04],
  '441882107': [112.24, 24.97],
  '441882109': [112.43, 24.68],
  '441882118': [112.27, 24.72],
  '441882200': [112.35, 25.1],
  '441882201': [112.17, 24.93],
}

export function layGrids(outline: Ring, areas: Area[], random: () => number): GridPlan {
  const seeds = spreadSeeds(outline, gridCount, random)
  const cells = cutCells(seeds, outline)
  const figures = checkTiling(cells, outline)
  const neighbours = neighboursOf(cells)
  const villages = villageShares(areas, random)
  const divide = <T>(ground: number[], shares: Share<T>[]) => {
    return divideGround(ground, shares, seeds, neighbours)
  }
  const townships = divide([...cells.keys()], townshipShares(areas, villages))
  const byVillage = [...townships].flatMap(([code, ground]) => [
    ...divide(
      ground,
      villages.filter(({ owner }) => owner.startsWith(code)),
    ),
  ])
  const grids = byVillage.flatMap(([village, ground]) => {
    return inSerialOrder(ground, seeds).map((cell, index) =>
      gridOf(village, index + 1, cells[cell] ?? []),
    )
  })
  const scattered = (shares: Iterable<[string, number[]]>) => {
    return [...shares].filter(([, ground]) => piecesOf(ground, neighbours) > 1).length
  }
  return {
    grids: grids.sort((a, b) => a.code.localeCompare(b.code)),
    figures: {
      ...figures,
      scatteredTownships: scattered(townships),
      scatteredVillages: scattered(byVillage),
    },
  }
}

/** Six grids for each village, and a seventh for as many as it takes to reach the whole number. */
function villageShares(areas: Area[], random: () => number): Share<string>[] {
  const villages = areas.filter(({ level }) => level === 'village')
  const withSeven = new Set(pickSome(villages, gridCount - villages.length * 6, random))
  return villages.map((village) => ({
    owner: village.code,
    size: withSeven.has(village) ? 7 : 6,
  }))
}

function townshipShares(areas: Area[], villages: Share<string>[]): Share<string>[] {
  return areas
    .filter(({ level }) => level === 'township')
    .map(({ code }) => {
      const at = townshipAt[code]
      if (!at) throw new Error(`nobody said where ${code} lies`)
      const own = villages.filter(({ owner }) => owner.startsWith(code))
      return { owner: code, at, size: own.reduce((sum, { size }) => sum + size, 0) }
    })
}

/** Serials run from west to east and row by row from north to south, as on city grid maps. */
function inSerialOrder(ground: number[], seeds: Point[]): number[] {
  const x = (cell: number) => seeds[cell]?.[0] ?? 0
  const y = (cell: number) => seeds[cell]?.[1] ?? 0
  const perRow = Math.ceil(Math.sqrt(ground.length))
  const fromNorth = [...ground].sort((a, b) => y(b) - y(a))
  const rows = Array.from({ length: Math.ceil(ground.length / perRow) }, (_, row) => {
    return fromNorth.slice(row * perRow, (row + 1) * perRow)
  })
  return rows.flatMap((row) => row.sort((a, b) => x(a) - x(b)))
}

function gridOf(villageCode: string, serial: number, pieces: Ring[]): Grid {
  const code = villageCode + String(serial).padStart(3, '0')
  return { code, name: `第${serial}网格`, villageCode, pieces }
}
