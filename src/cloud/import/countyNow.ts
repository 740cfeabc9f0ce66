import type { Queryable } from '../store/database'
import {
  readPeople,
  readPosts,
  readPostsIn,
  type StoredPerson,
  type StoredPostWithId,
} from '../store/importStore'
import {
  readAreas,
  readDepartments,
  readGrids,
  readKinds,
  type StoredArea,
  type StoredDepartment,
  type StoredGrid,
  type StoredKind,
} from '../store/referenceStore'
import type { Drafts } from './readDrafts'

/** What the county holds now, as far as the files touch it. By code, people by account. */
export type CountyNow = {
  readonly areas: ReadonlyMap<string, StoredArea>
  readonly grids: ReadonlyMap<string, StoredGrid>
  readonly departments: ReadonlyMap<string, StoredDepartment>
  /** The latest version of each. */
  readonly kinds: ReadonlyMap<string, StoredKind>
  readonly people: ReadonlyMap<string, StoredPerson>
  readonly posts: readonly StoredPostWithId[]
  /** Grids that the map re-cuts without. */
  readonly endingGrids: readonly string[]
  readonly postsInEndingGrids: readonly { account: string; area_code: string }[]
}

export async function readCountyNow(
  tx: Queryable,
  countyId: number,
  drafts: Drafts,
): Promise<CountyNow> {
  const accounts = [...new Set(drafts.posts.map((post) => post.account))]
  const grids = byCode(await readGrids(tx, countyId))
  const endingGrids = findEndingGrids(grids, drafts)
  return {
    areas: byCode(await readAreas(tx, countyId)),
    grids,
    departments: byCode(await readDepartments(tx, countyId)),
    kinds: byCode(await readKinds(tx, countyId)),
    people: new Map((await readPeople(tx, countyId, accounts)).map((row) => [row.account, row])),
    posts: await readPosts(tx, countyId, accounts),
    endingGrids,
    postsInEndingGrids: await readPostsIn(tx, countyId, endingGrids),
  }
}

/** A map speaks for the villages it shows: a grid of such a village that it no longer contains has ended. */
function findEndingGrids(grids: ReadonlyMap<string, StoredGrid>, drafts: Drafts): string[] {
  const villages = new Set(drafts.grids.map((grid) => grid.villageCode))
  const codes = new Set(drafts.grids.map((grid) => grid.code))
  return [...grids.values()]
    .filter((grid) => villages.has(grid.village_code) && !codes.has(grid.code))
    .map((grid) => grid.code)
}

/** Rows come in order of version, so the latest stays. */
function byCode<T extends { code: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.code, row]))
}
