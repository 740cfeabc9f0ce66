import type { Matter, MatterEvent } from '@domain/matter/matter'
import type { MatterId } from '@domain/shared/ids'
import type { Queryable } from './database'

export async function findMatter(
  db: Queryable,
  countyId: number,
  matterId: string,
): Promise<Matter | undefined> {
  const [row] = await db.query<{ state: Matter }>(
    'select state from matters where county_id = $1 and matter_id = $2',
    [countyId, matterId],
  )
  return row?.state
}

/** Whoever else wants to change it waits until this transaction ends. */
export async function lockMatter(
  tx: Queryable,
  countyId: number,
  matterId: string,
): Promise<Matter | undefined> {
  const [row] = await tx.query<{ state: Matter }>(
    'select state from matters where county_id = $1 and matter_id = $2 for update',
    [countyId, matterId],
  )
  return row?.state
}

export async function findMatterOfTask(
  db: Queryable,
  countyId: number,
  taskId: string,
): Promise<MatterId | undefined> {
  const [row] = await db.query<{ matter_id: MatterId }>(
    'select matter_id from matters where county_id = $1 and task_id = $2',
    [countyId, taskId],
  )
  return row?.matter_id
}

export type HistoryRow = {
  readonly matter_id: MatterId
  readonly version: number
  readonly command_id: string
  readonly input_hash: Uint8Array
  readonly action: string
  readonly actor_id: string | null
  readonly at: number
  readonly events: readonly MatterEvent[]
}

const HISTORY_COLUMNS = 'matter_id, version, command_id, input_hash, action, actor_id, at, events'

export async function findCommand(
  db: Queryable,
  countyId: number,
  commandId: string,
): Promise<HistoryRow | undefined> {
  const [row] = await db.query<HistoryRow>(
    `select ${HISTORY_COLUMNS} from matter_history where county_id = $1 and command_id = $2`,
    [countyId, commandId],
  )
  return row
}

/** Up to and including `version`, in order; all of it when no version is named. */
export async function listHistory(
  db: Queryable,
  countyId: number,
  matterId: string,
  version?: number,
): Promise<HistoryRow[]> {
  return db.query<HistoryRow>(
    `select ${HISTORY_COLUMNS} from matter_history
     where county_id = $1 and matter_id = $2 and version <= $3 order by version`,
    [countyId, matterId, version ?? 2 ** 31 - 1],
  )
}
