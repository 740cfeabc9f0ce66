import type { Matter } from '@domain/matter/matter'
import type { Queryable } from './database'

export type MatterOrder = 'received' | 'due'

export type MatterKey = { readonly at: Date | string; readonly id: string }

/** Parts of one statement: `$1` is the county, and whoever adds a value is told the name of its parameter. */
export type MatterConditions = {
  /**
   * Each finds its matters by an index that has them in order already, and no matter is in two of them: merged lazily,
   * a page costs what it shows however much the county has.
   */
  readonly branches: readonly string[]
  /** Hold in every branch. */
  readonly all: readonly string[]
  /** What no index answers. It is asked of matters in order, one after the other, up to a bound. */
  readonly asked: readonly string[]
  readonly values: readonly unknown[]
}

export type MatterPage = {
  readonly order: MatterOrder
  readonly after: MatterKey | undefined
  readonly limit: number
}

/** Matters that one page looks through for what no index finds: some tens of milliseconds. The next page goes on. */
export const LOOKED_THROUGH_MAX = 10_000

/** `found` is false for the one matter at which looking through ended. */
export type LookedAt = { readonly state: Matter; readonly found: boolean }

export async function readInOrder(
  db: Queryable,
  { branches, all, asked, values }: MatterConditions,
  { order, after, limit }: MatterPage,
): Promise<LookedAt[]> {
  const keyOrder = keyOrders[order]
  const beyond = after
    ? [beyondKey(order, `($${values.length + 1}::timestamptz, $${values.length + 2}::uuid)`)]
    : []
  // With an order and a limit of its own each branch is read through its index no further than the page needs.
  const own = `order by ${keyOrder} limit ${asked.length > 0 ? LOOKED_THROUGH_MAX : Number(limit)}`
  const union = branches
    .map((branch) => ['county_id = $1', branch, ...all, ...beyond].join(' and '))
    .map((where) => `(select ${COLUMNS} from matters where ${where} ${own})`)
    .join(' union all ')
  const sql = asked.length > 0 ? lookThrough(union, asked, keyOrder) : everything(union, keyOrder)
  const key = after ? [after.at, after.id] : []
  return db.query<LookedAt>(`${sql} limit ${Number(limit)}`, [...values, ...key])
}

/** A parameter that a condition is written for. */
export function makeValues(countyId: number) {
  const values: unknown[] = [countyId]
  return { values, add: (value: unknown) => `$${values.push(value)}` }
}

const COLUMNS = 'matter_id, received_at, due_at, number, kind, flow, status, state'

const keyOrders = {
  received: 'received_at desc, matter_id desc',
  due: 'due_at, matter_id',
} as const satisfies Record<MatterOrder, string>

function beyondKey(order: MatterOrder, key: string): string {
  return order === 'due' ? `(due_at, matter_id) > ${key}` : `(received_at, matter_id) < ${key}`
}

function everything(union: string, order: string): string {
  return `select state, true as found from (${union}) as matter order by ${order}`
}

/** Counted while it is read: a page that fills early reads no further. */
function lookThrough(union: string, asked: readonly string[], order: string): string {
  return `select state, found from (
      select matter.*, ${asked.join(' and ')} as found, row_number() over (order by ${order}) as place
      from (${union}) as matter order by ${order} limit ${LOOKED_THROUGH_MAX}
    ) as looked where found or place = ${LOOKED_THROUGH_MAX} order by ${order}`
}
