/**
 * Areas nest by their statistical division codes: county 县 6 digits, township 镇 9, village 村(社区) 12,
 * grid 网格 15 (village code + 3-digit serial). An area contains another when its code begins the other's.
 */
export const areaLevels = { county: 6, township: 9, village: 12, grid: 15 } as const

export type AreaLevel = keyof typeof areaLevels

/** A division or grid code of 6, 9, 12 or 15 digits. */
export type AreaCode = string

export function areaLevel(code: AreaCode): AreaLevel {
  const level = (Object.keys(areaLevels) as AreaLevel[]).find(
    (name) => areaLevels[name] === code.length,
  )
  return level ?? 'county'
}

export function isAreaCode(code: string): boolean {
  return /^\d+$/.test(code) && Object.values<number>(areaLevels).includes(code.length)
}

/** Does `outer` contain `inner`, or equal it? */
export function containsArea(outer: AreaCode, inner: AreaCode): boolean {
  return inner.startsWith(outer)
}

export const countyOf = (code: AreaCode): AreaCode => code.slice(0, areaLevels.county)
export const townshipOf = (code: AreaCode): AreaCode => code.slice(0, areaLevels.township)
export const villageOf = (code: AreaCode): AreaCode => code.slice(0, areaLevels.village)
