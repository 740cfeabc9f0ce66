import type { CountyNow } from './countyNow'
import type { ProblemList } from './problemList'
import type { Drafts } from './readDrafts'

export type Check = {
  readonly countyId: number
  readonly drafts: Drafts
  readonly now: CountyNow
  /** The areas, grids and departments there will be after the import. */
  readonly known: Known
  readonly problems: ProblemList
}

export type Known = {
  readonly areas: ReadonlySet<string>
  readonly grids: ReadonlySet<string>
  readonly departments: ReadonlyMap<string, string>
}

export function knownAfter({ drafts, now }: Omit<Check, 'known'>): Known {
  const grids = new Set([...now.grids.keys(), ...drafts.grids.map((grid) => grid.code)])
  for (const code of now.endingGrids) grids.delete(code)
  return {
    areas: new Set([...now.areas.keys(), ...drafts.areas.map((area) => area.code)]),
    grids,
    departments: new Map([
      ...[...now.departments.values()].map((row) => [row.code, row.area_code] as const),
      ...drafts.departments.map((row) => [row.code, row.areaCode] as const),
    ]),
  }
}
