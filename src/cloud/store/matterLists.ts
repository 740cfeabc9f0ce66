import { areaLevels, type AreaCode } from '@domain/area/areaCode'
import { isMatterNumber } from '@domain/matter/matterNumber'
import type { Queryable } from './database'
import { escapeLike } from './escapeLike'
import {
  makeValues,
  readInOrder,
  type LookedAt,
  type MatterConditions,
  type MatterKey,
  type MatterOrder,
} from './orderedMatters'

/** Where the asker may look, and what for. All conditions hold together; an empty one is left out. */
export type MatterSearch = {
  readonly whose: Whose
  readonly statuses?: readonly string[] | undefined
  readonly kind?: string | undefined
  readonly flow?: string | undefined
  readonly search?: string | undefined
  readonly open?: boolean | undefined
  readonly order: MatterOrder
  readonly after?: MatterKey | undefined
  readonly limit: number
}

export type Whose = OwnMatters | MattersWithin

/** All that one person reported, in an area or anywhere. */
export type OwnMatters = {
  readonly reporterId: string
  readonly areaCode?: AreaCode | undefined
}

/** Areas for ordinary and for S3 matters. */
export type MattersWithin = {
  readonly plain: readonly AreaCode[]
  readonly sensitive: readonly AreaCode[]
  /** Both together, none inside another: where to look. By due time a county has to be named township by township. */
  readonly scopes: readonly AreaCode[]
}

export async function searchMatters(
  db: Queryable,
  countyId: number,
  search: MatterSearch,
): Promise<LookedAt[]> {
  const { order, after, limit } = search
  return readInOrder(db, conditionsOf(countyId, search), { order, after, limit })
}

type AddValue = (value: unknown) => string

function conditionsOf(countyId: number, search: MatterSearch): MatterConditions {
  const { values, add } = makeValues(countyId)
  const { whose } = search
  const wholeNumber = search.search !== undefined && isMatterNumber(search.search)
  const all = [...(isOwn(whose) ? ownIn(whose, add) : [mayBeSeen(whose, add)])]
  if (search.open !== undefined) all.push(search.open ? 'not ended' : 'ended')
  const branches = wholeNumber ? [`number = ${add(search.search)}`] : branchesOf(search, add)
  const asked = askedOf(wholeNumber ? { ...search, search: undefined } : search, add)
  return { branches, all, asked, values }
}

function isOwn(whose: Whose): whose is OwnMatters {
  return 'reporterId' in whose
}

function ownIn({ reporterId, areaCode }: OwnMatters, add: AddValue): string[] {
  const own = [`reporter_id = ${add(reporterId)}`]
  return areaCode ? [...own, `area_code like ${add(`${areaCode}%`)}`] : own
}

function mayBeSeen({ plain, sensitive }: MattersWithin, add: AddValue): string {
  const likeAny = (codes: readonly AreaCode[]) =>
    `area_code like any(${add(codes.map((code) => `${code}%`))}::text[])`
  return `((sensitivity <> 'S3' and ${likeAny(plain)}) or (sensitivity = 'S3' and ${likeAny(sensitive)}))`
}

/** The index of each scope. What it finds beyond the scope, as a village's other grids, `mayBeSeen` leaves out. */
function branchesOf({ whose, order }: MatterSearch, add: AddValue): string[] {
  if (isOwn(whose)) return ['true']
  const { county, township, village } = areaLevels
  const finest = order === 'due' ? township : village
  const codes = new Set(whose.scopes.map((code) => code.slice(0, finest)))
  return [...codes].map((code) => {
    if (code.length === county && order === 'received') return 'true'
    if (code.length <= township) return `township_code = ${add(code)}`
    return `left(area_code, ${village}) = ${add(code)}`
  })
}

function askedOf({ statuses, kind, flow, search }: MatterSearch, add: AddValue): string[] {
  const asked: string[] = []
  if (statuses) asked.push(`status = any(${add(statuses)}::text[])`)
  if (kind) asked.push(`kind = ${add(kind)}`)
  if (flow) asked.push(`flow = ${add(flow)}`)
  if (search) {
    const pattern = add(`%${escapeLike(search)}%`)
    asked.push(`(number like ${pattern} or state->>'text' like ${pattern})`)
  }
  return asked
}
