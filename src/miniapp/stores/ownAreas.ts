import { areaLevels, countyOf, townshipOf } from '@domain/area/areaCode'
import { findAreas, findGrids, findTownships, keptAreas, keptGrids, type NamedArea } from './areas'
import { mainPost, useSession } from './session'

/** Where the person lives or works, from the ground up: grid, village, township, county, as far as the phone knows. */
export async function findOwnAreas(): Promise<NamedArea[]> {
  const { county, person } = useSession.getState()
  const post = mainPost(person)
  if (!post) return county ? [county] : []
  const { code } = post.area
  const grids = code.length > areaLevels.township ? await findGrids(townshipOf(code)) : undefined
  const townships = code.length >= areaLevels.township ? await findTownships() : undefined
  const around = [
    grids?.find((grid) => code.startsWith(grid.village.code))?.village,
    townships?.find((township) => code.startsWith(township.code)),
    county,
  ]
  return withoutTwins([post.area, ...around.flatMap((area) => (area ? [area] : []))])
}

/** The village or township that what concerns all of it is filed at, unless the person says another. Asks nobody. */
export function findOwnArea(at: 'village' | 'township'): NamedArea | undefined {
  const { county, person } = useSession.getState()
  const post = mainPost(person)?.area
  if (!post || post.code.length < areaLevels[at]) return undefined
  const code = post.code.slice(0, areaLevels[at])
  if (code === post.code) return post
  const known = [
    ...keptAreas(county?.code ?? countyOf(code)),
    ...keptGrids(townshipOf(code)).map(({ village }) => village),
  ]
  // Without its name the code still says where, so that what is written in a valley can be sent.
  return known.find((area) => area.code === code) ?? { code, name: post.name }
}

/** Villages of the person's own township; `undefined` when neither server nor phone knows them. */
export async function findNeighbours(): Promise<NamedArea[] | undefined> {
  const code = mainPost(useSession.getState().person)?.area.code ?? ''
  return code.length < areaLevels.township ? findTownships() : findAreas(townshipOf(code))
}

function withoutTwins(areas: readonly NamedArea[]): NamedArea[] {
  return areas.filter(
    ({ code }, index) => areas.findIndex((other) => other.code === code) === index,
  )
}
