import type { GridView } from '@contract/views'
import { townshipOf, countyOf } from '@domain/area/areaCode'
import { platform } from '../platform/platform'
import { api } from './api'
import { mainPost, useSession } from './session'

export type NamedArea = { readonly code: string; readonly name: string }

/** Townships of the county; `undefined` when neither the server nor the phone knows them. */
export function findTownships(): Promise<NamedArea[] | undefined> {
  const { county, person } = useSession.getState()
  return findAreas(county?.code ?? countyOf(mainPost(person)?.area.code ?? ''))
}

/** What lies one level below: townships of a county, villages of a township. */
export function findAreas(parentCode: string): Promise<NamedArea[] | undefined> {
  return keptOrAsked(`cache/areas-${parentCode}`, async () => {
    const answer = await api.call('listAreas', { parentCode })
    return answer.kind === 'done' ? answer.value.items : undefined
  })
}

export function findGrids(areaCode: string): Promise<GridView[] | undefined> {
  return keptOrAsked(`cache/grids-${areaCode}`, async () => {
    const answer = await api.call('listGrids', { areaCode })
    return answer.kind === 'done' ? answer.value.items : undefined
  })
}

/** What the phone was told last, for whoever cannot wait for a weak line. */
export function keptAreas(parentCode: string): readonly NamedArea[] {
  return (platform.records.read(`cache/areas-${parentCode}`) as NamedArea[] | undefined) ?? []
}

export function keptGrids(areaCode: string): readonly GridView[] {
  return (platform.records.read(`cache/grids-${areaCode}`) as GridView[] | undefined) ?? []
}

/** So that a grid can be chosen where there is no signal. */
export async function keepOwnAreas(): Promise<void> {
  const post = mainPost(useSession.getState().person)
  await findTownships()
  const township = townshipOf(post?.area.code ?? '')
  if (township.length === TOWNSHIP_DIGITS) await findGrids(township)
}

/** The grids of the person's own village, or their one grid. */
export async function findOwnGrids(): Promise<GridView[]> {
  const code = mainPost(useSession.getState().person)?.area.code ?? ''
  if (code.length <= TOWNSHIP_DIGITS) return []
  const grids = (await findGrids(townshipOf(code))) ?? []
  return grids.filter((grid) => grid.code.startsWith(code))
}

const TOWNSHIP_DIGITS = 9

/** The server first, since borders are versioned; what it said last, when it cannot be reached. */
async function keptOrAsked<T>(
  key: string,
  ask: () => Promise<T[] | undefined>,
): Promise<T[] | undefined> {
  const fresh = await ask()
  if (fresh) platform.records.write(key, fresh)
  return fresh ?? (platform.records.read(key) as T[] | undefined)
}
