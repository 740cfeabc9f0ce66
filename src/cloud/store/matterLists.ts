import type { AreaCode } from '@domain/area/areaCode'
import type { Matter } from '@domain/matter/matter'
import type { Queryable } from './database'

/** Where the asker may look, and what for. All conditions hold together; an empty one is left out. */
export type MatterSearch = {
  readonly reporterId?: string | undefined
  /** Jurisdictions of ordinary and of S3 matters; undefined with `reporterId`, who sees all of their own. */
  readonly within?:
    { readonly plain: readonly AreaCode[]; readonly sensitive: readonly AreaCode[] } | undefined
  readonly areaCode?: AreaCode | undefined
  readonly statuses?: readonly string[] | undefined
  readonly kind?: string | undefined
  readonly search?: string | undefined
  readonly open?: boolean | undefined
  readonly order: 'received' | 'due'
  readonly after?: { readonly at: Date | string; readonly id: string } | undefined
  readonly limit: number
}

export async function searchMatters(
  db: Queryable,
  countyId: number,
  search: MatterSearch,
): Promise<Matter[]> {
  const { conditions, values } = conditionsOf(countyId, search)
  const byDue = search.order === 'due'
  const rows = await db.query<{ state: Matter }>(
    `select state from matters where ${conditions.join(' and ')}
     order by ${byDue ? 'due_at, matter_id' : 'received_at desc, matter_id desc'}
     limit ${Number(search.limit)}`,
    values,
  )
  return rows.map((row) => row.state)
}

function conditionsOf(
  countyId: number,
  search: MatterSearch,
): { conditions: string[]; values: unknown[] } {
  const values: unknown[] = [countyId]
  const conditions = ['county_id = $1']
  const add = (value: unknown, condition: (parameter: string) => string) => {
    values.push(value)
    conditions.push(condition(`$${values.length}`))
  }
  if (search.reporterId) add(search.reporterId, (p) => `reporter_id = ${p}`)
  if (search.within) addJurisdictions(search.within, values, conditions)
  if (search.areaCode) addArea(search.areaCode, add)
  if (search.statuses) add(search.statuses, (p) => `status = any(${p}::text[])`)
  if (search.kind) add(search.kind, (p) => `kind = ${p}`)
  if (search.open !== undefined || search.order === 'due')
    conditions.push(search.open === false ? 'ended' : 'not ended')
  if (search.search)
    add(`%${escapeLike(search.search)}%`, (p) => `(number like ${p} or state->>'text' like ${p})`)
  if (search.after) addAfter(search, values, conditions)
  return { conditions, values }
}

/** A township's matters are found by its own column, so that the index in the right order serves. */
function addArea(
  code: AreaCode,
  add: (value: unknown, condition: (parameter: string) => string) => void,
): void {
  if (code.length === 9) return add(code, (p) => `township_code = ${p}`)
  if (code.length > 9) add(code.slice(0, 9), (p) => `township_code = ${p}`)
  add(`${code}%`, (p) => `area_code like ${p}`)
}

function addJurisdictions(
  within: NonNullable<MatterSearch['within']>,
  values: unknown[],
  conditions: string[],
): void {
  const likeAny = (codes: readonly AreaCode[]) => {
    values.push(codes.map((code) => `${code}%`))
    return `area_code like any($${values.length}::text[])`
  }
  conditions.push(
    `((sensitivity <> 'S3' and ${likeAny(within.plain)}) or (sensitivity = 'S3' and ${likeAny(within.sensitive)}))`,
  )
}

function addAfter(search: MatterSearch, values: unknown[], conditions: string[]): void {
  if (!search.after) return
  values.push(search.after.at, search.after.id)
  const key = `($${values.length - 1}::timestamptz, $${values.length}::uuid)`
  conditions.push(
    search.order === 'due' ? `(due_at, matter_id) > ${key}` : `(received_at, matter_id) < ${key}`,
  )
}

/** What people type is searched for as it stands. */
function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`)
}

export type TaskSearch = {
  readonly box: 'mine' | 'pool' | 'done'
  readonly personId: string
  /** See `ownerKey`. */
  readonly owners: readonly string[]
  readonly after: { readonly at: Date | string; readonly id: string } | undefined
  readonly limit: number
}

const taskBoxes = {
  mine: { where: `claimed_by = $2 and task_state = 'claimed'`, byDue: true },
  pool: { where: `task_state = 'open' and task_owner = any($3::text[])`, byDue: true },
  done: { where: `claimed_by = $2 and task_state = 'done'`, byDue: false },
} as const

/** Due first for what is to do; newest first for what is done. */
export async function searchTasks(
  db: Queryable,
  countyId: number,
  search: TaskSearch,
): Promise<Matter[]> {
  const { where, byDue } = taskBoxes[search.box]
  const key = byDue ? '(due_at, matter_id) >' : '(received_at, matter_id) <'
  const rows = await db.query<{ state: Matter }>(
    `select state from matters
     where county_id = $1 and ${where} and ($2::uuid is not null) and ($3::text[] is not null)
       and ($4::timestamptz is null or ${key} ($4::timestamptz, $5::uuid))
     order by ${byDue ? 'due_at, matter_id' : 'received_at desc, matter_id desc'}
     limit ${Number(search.limit)}`,
    [countyId, search.personId, search.owners, search.after?.at ?? null, search.after?.id ?? null],
  )
  return rows.map((row) => row.state)
}
