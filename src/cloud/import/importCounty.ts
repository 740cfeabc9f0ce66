import type { Database, Queryable } from '../store/database'
import {
  addGridVersions,
  addKindVersions,
  addPosts,
  endGrids,
  endPosts,
  lockForImport,
  nameCounty,
  writeAreas,
  writeDepartments,
  writePeople,
} from '../store/importStore'
import { checkDrafts } from './checkDrafts'
import type { CountyFiles } from './countyFiles'
import { readCountyNow } from './countyNow'
import { planImport, type Difference, type ImportPlan } from './planImport'
import { makeProblemList, type ImportProblems } from './problemList'
import { readDrafts } from './readDrafts'

export type ImportCounts = {
  readonly inserted: number
  readonly changed: number
  readonly unchanged: number
  /** No longer in force, and kept: a grid that was re-cut away, a post that was given up. */
  readonly ended: number
}

export type ImportTable = 'areas' | 'grids' | 'departments' | 'people' | 'posts' | 'kinds'
export type ImportResult = Readonly<Record<ImportTable, ImportCounts>>
export type ImportAnswer = ImportResult | ImportProblems

/**
 * Brings a county into agreement with its files, in one transaction: everything or, when anything is wrong, nothing
 * and what is wrong. The same files again change nothing. Asking whether the caller may import is the caller's.
 */
export async function importCounty(
  database: Database,
  countyId: number,
  files: CountyFiles,
): Promise<ImportAnswer> {
  return database.transaction((tx) => importWithin(tx, countyId, files), { takesLong: true })
}

/** As `importCounty`, inside a transaction that does more. Nothing has been written when problems come back. */
export async function importWithin(
  tx: Queryable,
  countyId: number,
  files: CountyFiles,
): Promise<ImportAnswer> {
  const problems = makeProblemList()
  const drafts = readDrafts(files, problems)
  // A line that cannot be read would make every line that refers to it look wrong as well.
  const unreadable = problems.result()
  if (unreadable) return unreadable
  await lockForImport(tx, countyId)
  const now = await readCountyNow(tx, countyId, drafts)
  checkDrafts({ countyId, drafts, now, problems })
  const inconsistent = problems.result()
  if (inconsistent) return inconsistent
  const plan = planImport(countyId, drafts, now)
  await writePlan(tx, countyId, plan)
  return countsOf(plan)
}

export function hasProblems(answer: ImportAnswer): answer is ImportProblems {
  return 'problems' in answer
}

/** In an order in which every row finds what it refers to. */
async function writePlan(tx: Queryable, countyId: number, plan: ImportPlan): Promise<void> {
  const county = toWrite(plan.areas).find((area) => area.level === 'county')
  if (county) await nameCounty(tx, countyId, county.name)
  await writeAreas(tx, countyId, toWrite(plan.areas))
  const recut = plan.grids.changed.map((grid) => grid.code)
  await endGrids(tx, countyId, [...plan.endingGrids, ...recut])
  await addGridVersions(tx, countyId, toWrite(plan.grids))
  await writeDepartments(tx, countyId, toWrite(plan.departments))
  await writePeople(tx, countyId, toWrite(plan.people))
  await endPosts(tx, countyId, [...plan.endingPosts])
  await addPosts(tx, countyId, toWrite(plan.posts))
  await addKindVersions(tx, countyId, toWrite(plan.kinds))
}

function toWrite<T>({ inserted, changed }: Difference<T>): T[] {
  return [...inserted, ...changed]
}

function countsOf(plan: ImportPlan): ImportResult {
  return {
    areas: count(plan.areas),
    grids: count(plan.grids, plan.endingGrids.length),
    departments: count(plan.departments),
    people: count(plan.people),
    posts: count(plan.posts, plan.endingPosts.length),
    kinds: count(plan.kinds),
  }
}

function count<T>({ inserted, changed, unchanged }: Difference<T>, ended = 0): ImportCounts {
  return { inserted: inserted.length, changed: changed.length, unchanged, ended }
}
