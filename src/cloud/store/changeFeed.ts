import type { Matter } from '@domain/matter/matter'
import type { Queryable } from './database'

/**
 * The change feed reads history in the order (tx, seq) and only up to the oldest transaction still running, so that a
 * writer who commits late is waited for and never skipped.
 */
export type FeedCursor = { readonly tx: string; readonly seq: number }

export type Change = {
  readonly action: string
  readonly matter: Matter
  readonly cursor: FeedCursor
}

type ChangeRow = { action: string; state: Matter; tx: string; seq: number }

export async function readChanges(
  db: Queryable,
  countyId: number,
  after: FeedCursor,
  limit: number,
): Promise<Change[]> {
  const rows = await db.query<ChangeRow>(
    `select h.action, m.state, h.tx::text as tx, h.seq
     from matter_history h join matters m on m.county_id = h.county_id and m.matter_id = h.matter_id
     where h.county_id = $1 and (h.tx, h.seq) > ($2::text::xid8, $3::bigint)
       and h.tx < pg_snapshot_xmin(pg_current_snapshot())
     order by h.tx, h.seq limit $4`,
    [countyId, after.tx, after.seq, limit],
  )
  return rows.map(({ action, state, tx, seq }) => ({ action, matter: state, cursor: { tx, seq } }))
}

/** Where the feed stands now: what commits from here on comes after it. */
export async function feedEnd(db: Queryable): Promise<FeedCursor> {
  const [row] = await db.query<{ tx: string }>(
    'select pg_snapshot_xmin(pg_current_snapshot())::text as tx',
  )
  if (!row) throw new Error('The database told no snapshot')
  return { tx: row.tx, seq: 0 }
}

export function writeCursor({ tx, seq }: FeedCursor): string {
  return `${tx}.${seq}`
}

/** A transaction number has 64 bits. */
const TX_MAX = 2n ** 64n - 1n

/** Anybody can write one: what lies beyond the numbers the database can keep is none. */
export function findCursor(text: string): FeedCursor | undefined {
  const [, tx, seq] = /^(\d{1,20})\.(\d{1,16})$/.exec(text) ?? []
  if (tx === undefined || BigInt(tx) > TX_MAX || !Number.isSafeInteger(Number(seq)))
    return undefined
  return { tx, seq: Number(seq) }
}

/** A cursor beyond the end was given by another cluster, before a restore: whoever holds it must start anew. */
export async function isKnownCursor(db: Queryable, cursor: FeedCursor): Promise<boolean> {
  const end = await feedEnd(db)
  return BigInt(cursor.tx) <= BigInt(end.tx)
}

/** More than so many changes have come since. */
export async function isFurtherBehind(
  db: Queryable,
  countyId: number,
  { tx, seq }: FeedCursor,
  changes: number,
): Promise<boolean> {
  const rows = await db.query(
    `select 1 from matter_history
     where county_id = $1 and (tx, seq) > ($2::text::xid8, $3::bigint)
     order by tx, seq offset $4 limit 1`,
    [countyId, tx, seq, changes],
  )
  return rows.length > 0
}

export function isBefore(a: FeedCursor, b: FeedCursor): boolean {
  const [left, right] = [BigInt(a.tx), BigInt(b.tx)]
  return left === right ? a.seq < b.seq : left < right
}
