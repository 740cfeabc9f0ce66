import { areaLevel, countyOf, townshipOf } from '@domain/area/areaCode'

/** The next level up; null for a county. */
export function parentOf(code: string): string | null {
  const level = areaLevel(code)
  if (level === 'county') return null
  return level === 'village' ? townshipOf(code) : countyOf(code)
}
