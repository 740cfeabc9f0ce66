import type { Matter } from '@domain/matter/matter'
import type { Queryable } from './database'
import type { MatterKey, MatterOrder } from './orderedMatters'

export type TaskBox = 'mine' | 'pool' | 'done'

/** Due first for what is to do; newest first for what is done. */
export const taskOrders = {
  mine: 'due',
  pool: 'due',
  done: 'received',
} as const satisfies Record<TaskBox, MatterOrder>

export type TaskSearch = {
  readonly box: TaskBox
  readonly personId: string
  /** See `ownerKey`. */
  readonly owners: readonly string[]
  readonly after: MatterKey | undefined
  readonly limit: number
}

const boxes = {
  mine: { own: `claimed_by = asked.own::uuid and state = 'claimed'` },
  done: { own: `claimed_by = asked.own::uuid and state = 'done'` },
  pool: { own: `owner = asked.own and state = 'open'` },
} as const satisfies Record<TaskBox, { own: string }>

/**
 * Matters with a task in the box. Each owner's tasks are read through their index no further than the page needs; a
 * matter with two tasks in the box is in it once.
 */
export async function searchTasks(
  db: Queryable,
  countyId: number,
  { box, personId, owners, after, limit }: TaskSearch,
): Promise<Matter[]> {
  const byDue = taskOrders[box] === 'due'
  const order = byDue ? 'due_at, matter_id' : 'received_at desc, matter_id desc'
  const beyond = byDue ? '(due_at, matter_id) >' : '(received_at, matter_id) <'
  const rows = await db.query<{ state: Matter }>(
    `select m.state from (
       select distinct t.county_id, t.matter_id from unnest($2::text[]) as asked (own), lateral (
         select * from matter_tasks where county_id = $1 and ${boxes[box].own}
           and ($3::timestamptz is null or ${beyond} ($3, $4::uuid))
         order by ${order} limit $5
       ) as t
     ) as tasks join matters m using (county_id, matter_id)
     order by m.${order.replace(', ', ', m.')} limit $5`,
    [countyId, box === 'pool' ? owners : [personId], after?.at ?? null, after?.id ?? null, limit],
  )
  return rows.map((row) => row.state)
}
