import type { Matter } from '@domain/matter/matter'
import type { Queryable } from './database'
import { makeValues, readInOrder, type MatterKey, type MatterOrder } from './orderedMatters'

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

export async function searchTasks(
  db: Queryable,
  countyId: number,
  { box, personId, owners, after, limit }: TaskSearch,
): Promise<Matter[]> {
  const { values, add } = makeValues(countyId)
  const branches = {
    mine: () => [`claimed_by = ${add(personId)} and task_state = 'claimed'`],
    done: () => [`claimed_by = ${add(personId)} and task_state = 'done'`],
    pool: () => owners.map((owner) => `task_owner = ${add(owner)} and task_state = 'open'`),
  }[box]()
  const conditions = { branches, all: [], asked: [], values }
  const rows = await readInOrder(db, conditions, { order: taskOrders[box], after, limit })
  return rows.map((row) => row.state)
}
