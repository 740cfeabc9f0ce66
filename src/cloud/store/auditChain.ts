import { createHash } from 'node:crypto'
import type { Database, Queryable } from './database'
import { AUDIT_COLUMNS, type AuditRow } from './auditStore'

/** Entries taken up by the chain in one transaction. */
export const SEALED_AT_ONCE = 500

/** The first link has nothing before it. */
export const CHAIN_BEGINS = Buffer.alloc(32)

/**
 * The bytes of an entry: one JSON array in UTF-8 without spaces, in the order of the columns. `details` is the text as it
 * lies there; a time is milliseconds since 1970.
 */
export function auditBytes(countyId: number, row: AuditRow): Buffer {
  const { seq, at, act, outcome, person_id, posts, address, matter_id, subject, details } = row
  const cells = [seq, at, act, outcome, person_id, posts, address, matter_id, subject, details]
  return Buffer.from(JSON.stringify([countyId, ...cells]), 'utf8')
}

/** SHA-256 of the hash before it and the bytes of the entry. */
export function linkHash(previous: Uint8Array, countyId: number, row: AuditRow): Buffer {
  return createHash('sha256').update(previous).update(auditBytes(countyId, row)).digest()
}

/**
 * Takes up what has been committed since, in the order of `seq`; an entry that commits later comes later. Writers never wait
 * for each other: one sealer of a county at a time holds the chain. Answers how many it took up.
 */
export function sealAudit(database: Database, countyId: number): Promise<number> {
  return database.transaction(async (tx) => {
    const [lock] = await tx.query<{ held: boolean }>(
      `select pg_try_advisory_xact_lock(hashtext('lianxin audit chain'), $1) as held`,
      [countyId],
    )
    if (!lock?.held) return 0
    const rows = await findUnsealed(tx, countyId)
    if (rows.length > 0) await appendLinks(tx, countyId, rows)
    return rows.length
  })
}

function findUnsealed(tx: Queryable, countyId: number): Promise<AuditRow[]> {
  return tx.query<AuditRow>(
    `select ${AUDIT_COLUMNS} from audit_unsealed waiting
       join audit_entries entry on entry.county_id = waiting.county_id and entry.seq = waiting.seq
     where waiting.county_id = $1 order by waiting.seq limit $2`,
    [countyId, SEALED_AT_ONCE],
  )
}

async function appendLinks(
  tx: Queryable,
  countyId: number,
  rows: readonly AuditRow[],
): Promise<void> {
  const head = await findHead(tx, countyId)
  let hash: Uint8Array = head.hash
  const links = rows.map((row, at) => {
    hash = linkHash(hash, countyId, row)
    return {
      position: head.position + at + 1,
      seq: row.seq,
      hash: Buffer.from(hash).toString('hex'),
    }
  })
  await tx.query(
    `insert into audit_chain (county_id, position, seq, hash)
     select $1, position, seq, decode(hash, 'hex')
     from jsonb_to_recordset($2::jsonb) as link (position bigint, seq bigint, hash text)`,
    [countyId, JSON.stringify(links)],
  )
  await tx.query('delete from audit_unsealed where county_id = $1 and seq = any($2::bigint[])', [
    countyId,
    rows.map((row) => row.seq),
  ])
}

export type ChainHead = { readonly position: number; readonly hash: Uint8Array }

export async function findHead(db: Queryable, countyId: number): Promise<ChainHead> {
  const [head] = await db.query<ChainHead>(
    `select position, hash from audit_chain where county_id = $1 order by position desc limit 1`,
    [countyId],
  )
  return head ?? { position: 0, hash: CHAIN_BEGINS }
}
