import type { Matter } from '@domain/matter/matter'
import type { MatterEvent } from '@domain/matter/matterEvent'
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

/** 一案一码 */
export async function findMatterByNumber(
  db: Queryable,
  countyId: number,
  number: string,
): Promise<Matter | undefined> {
  const [row] = await db.query<{ state: Matter }>(
    'select state from matters where county_id = $1 and number = $2',
    [countyId, number],
  )
  return row?.state
}

/**
 * Whoever else wants to change them waits until this transaction ends. In the order of their ids, so that two who lock
 * the same two cannot wait for each other.
 */
export async function lockMatters(
  tx: Queryable,
  countyId: number,
  matterIds: readonly string[],
): Promise<Map<string, Matter>> {
  const rows = await tx.query<{ matter_id: MatterId; state: Matter }>(
    `select matter_id, state from matters where county_id = $1 and matter_id = any($2::uuid[])
     order by matter_id for update`,
    [countyId, matterIds.filter(isUuid)],
  )
  return new Map(rows.map((row) => [row.matter_id, row.state]))
}

function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
}

/** Open, of a kind, received in a span of time; more than a storm brings of one kind in two days are not looked at. */
const OPEN_OF_KIND_MAX = 2000

export async function findOpenOfKind(
  db: Queryable,
  countyId: number,
  { kind, from, to }: { readonly kind: string; readonly from: number; readonly to: number },
): Promise<Matter[]> {
  const rows = await db.query<{ state: Matter }>(
    `select state from matters
     where county_id = $1 and received_at between $2 and $3 and kind = $4 and not ended
     order by received_at desc, matter_id desc limit $5`,
    [countyId, new Date(from), new Date(to), kind, OPEN_OF_KIND_MAX],
  )
  return rows.map((row) => row.state)
}

/** By the same reporter, in the same flow, received before; found by the reporter's index. */
export async function findEarlierOf(
  db: Queryable,
  countyId: number,
  { id, reporter, flow, receivedAt }: Matter,
  limit: number,
): Promise<Matter[]> {
  const rows = await db.query<{ state: Matter }>(
    `select state from matters
     where county_id = $1 and reporter_id = $2 and flow = $3 and received_at <= $4 and matter_id <> $5
     order by received_at desc, matter_id desc limit $6`,
    [countyId, reporter.personId, flow, new Date(receivedAt), id, limit],
  )
  return rows.map((row) => row.state)
}

export async function countOpenChildren(
  db: Queryable,
  countyId: number,
  matterId: MatterId,
): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    `select count(*)::int as count from matters
     where county_id = $1 and parent_id = $2 and not ended`,
    [countyId, matterId],
  )
  return row?.count ?? 0
}

/** Those that belong to it, newest first. */
export async function listChildren(
  db: Queryable,
  countyId: number,
  matterId: MatterId,
  limit: number,
): Promise<Matter[]> {
  const rows = await db.query<{ state: Matter }>(
    `select state from matters where county_id = $1 and parent_id = $2
     order by received_at desc, matter_id desc limit $3`,
    [countyId, matterId, limit],
  )
  return rows.map((row) => row.state)
}

export async function findMatterOfTask(
  db: Queryable,
  countyId: number,
  taskId: string,
): Promise<MatterId | undefined> {
  const [row] = await db.query<{ matter_id: MatterId }>(
    'select matter_id from matter_tasks where county_id = $1 and task_id = $2',
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
