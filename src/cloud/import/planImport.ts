import type { StoredPerson, StoredPost } from '../store/importStore'
import type { StoredArea, StoredDepartment, StoredGrid, StoredKind } from '../store/referenceStore'
import { postKey } from './checkPosts'
import type { CountyNow } from './countyNow'
import { parentOf } from './parentOf'
import { personIdOf } from './personIdOf'
import type { Drafts } from './readDrafts'
import type { KindDraft } from './tables'

export type Difference<T> = {
  readonly inserted: T[]
  readonly changed: T[]
  readonly unchanged: number
}

export type ImportPlan = {
  readonly areas: Difference<StoredArea>
  readonly grids: Difference<StoredGrid>
  readonly endingGrids: readonly string[]
  readonly departments: Difference<StoredDepartment>
  readonly people: Difference<StoredPerson>
  readonly posts: Difference<StoredPost>
  readonly endingPosts: readonly string[]
  readonly kinds: Difference<KindVersion>
}

export type KindVersion = Omit<StoredKind, 'in_force'>

/** What has to be written so that the county agrees with the files: nothing when it does already. */
export function planImport(countyId: number, drafts: Drafts, now: CountyNow): ImportPlan {
  return {
    areas: compare(drafts.areas.map(areaRow), { now: now.areas, keyOf: codeOf }),
    grids: compare(drafts.grids.map(gridRow), { now: now.grids, keyOf: codeOf }),
    endingGrids: now.endingGrids,
    departments: compare(drafts.departments.map(departmentRow), {
      now: now.departments,
      keyOf: codeOf,
    }),
    people: compare(peopleRows(countyId, drafts, now), {
      now: now.people,
      keyOf: (person) => person.account,
    }),
    ...planPosts(drafts, now),
    kinds: planKinds(drafts, now),
  }
}

/** Posts only begin and end. A file speaks for the people it names: a post of theirs it leaves out has ended. */
function planPosts(drafts: Drafts, now: CountyNow): Pick<ImportPlan, 'posts' | 'endingPosts'> {
  const held = new Map(now.posts.map((post) => [storedPostKey(post), post.post_id]))
  const wanted = new Set(drafts.posts.map(postKey))
  const inserted = drafts.posts.filter((post) => !held.has(postKey(post))).map(postRow)
  return {
    posts: { inserted, changed: [], unchanged: drafts.posts.length - inserted.length },
    endingPosts: [...held].filter(([key]) => !wanted.has(key)).map(([, postId]) => postId),
  }
}

function planKinds(drafts: Drafts, now: CountyNow): Difference<KindVersion> {
  const rows = drafts.kinds.map((draft) => kindRow(draft, now.kinds.get(draft.code)?.version ?? 1))
  const plan = compare(rows, { now: now.kinds, keyOf: codeOf })
  const changed = plan.changed.map((row) => ({ ...row, version: row.version + 1 }))
  return { ...plan, changed }
}

type Comparison<T> = {
  readonly now: ReadonlyMap<string, T>
  readonly keyOf: (row: T) => string
}

function compare<T extends object>(
  rows: readonly T[],
  { now, keyOf }: Comparison<T>,
): Difference<T> {
  const inserted = rows.filter((row) => !now.has(keyOf(row)))
  const changed = rows.filter((row) => {
    const before = now.get(keyOf(row))
    return before !== undefined && !saysTheSame(row, before)
  })
  return { inserted, changed, unchanged: rows.length - inserted.length - changed.length }
}

/** In every column that the file's row has. */
function saysTheSame<T extends object>(row: T, before: T): boolean {
  return (Object.keys(row) as (keyof T)[]).every(
    (column) => JSON.stringify(row[column]) === JSON.stringify(before[column]),
  )
}

function codeOf(row: { readonly code: string }): string {
  return row.code
}

function areaRow({ code, name, level }: Drafts['areas'][number]): StoredArea {
  return { code, parent_code: parentOf(code), level, name }
}

function gridRow({
  code,
  name,
  villageCode,
  datum,
  geometry,
}: Drafts['grids'][number]): StoredGrid {
  return { code, name, village_code: villageCode, datum, geometry }
}

function departmentRow({ code, name, areaCode }: Drafts['departments'][number]): StoredDepartment {
  return { code, name, area_code: areaCode }
}

function peopleRows(countyId: number, drafts: Drafts, now: CountyNow): StoredPerson[] {
  const people = new Map<string, StoredPerson>()
  for (const { account, name, phone, workPhone } of drafts.posts) {
    const person_id = now.people.get(account)?.person_id ?? personIdOf(countyId, account)
    people.set(account, { person_id, account, name, phone, work_phone: workPhone })
  }
  return [...people.values()]
}

function postRow(post: Drafts['posts'][number]): StoredPost {
  const { account, role, areaCode, departmentCode } = post
  return { account, role, area_code: areaCode, department_code: departmentCode }
}

function storedPostKey({ account, role, area_code, department_code }: StoredPost): string {
  return postKey({ account, role, areaCode: area_code, departmentCode: department_code })
}

function kindRow(draft: KindDraft, version: number): KindVersion {
  return {
    code: draft.code,
    version,
    name: draft.name,
    category: draft.category,
    category_name: draft.categoryName,
    urgency: draft.urgency,
    accept_hours: draft.acceptHours,
    accept_clock: draft.acceptClock,
    handle_hours: draft.handleHours,
    handle_clock: draft.handleClock,
    base_points: draft.basePoints,
    self_close: draft.selfClose,
    sensitivity: draft.sensitivity,
    owner: draft.owner,
    initials: draft.initials,
    icon: draft.icon,
    rank: draft.rank,
    emergency_number: draft.emergencyNumber,
    note: draft.note,
  }
}
