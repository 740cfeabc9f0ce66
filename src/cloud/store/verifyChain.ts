import { CHAIN_BEGINS, linkHash, type ChainHead } from './auditChain'
import { AUDIT_COLUMNS, type AuditRow } from './auditStore'
import type { Queryable } from './database'

/** Links looked at in one statement. */
const LOOKED_AT_ONCE = 1000
/** Nobody reads more; the first says where to look. */
const FAULTS_MAX = 100

export type ChainFault = {
  /** changed: it says something else now · removed: gone · inserted: never taken up · unlinked: a link itself is gone. */
  readonly what: 'changed' | 'removed' | 'inserted' | 'unlinked'
  /** Of the chain; absent for a row that never was in it. */
  readonly position?: number
  readonly seq?: number
}

export type ChainReport = {
  readonly faults: readonly ChainFault[]
  readonly head: ChainHead
  /** Written so lately that the chain has not taken them up. */
  readonly unsealed: number
}

/** What somebody wrote down of the chain earlier, outside the database. */
export type Anchor = { readonly position: number; readonly hash: string }

/** Goes through the whole chain. Two rows that changed are two faults: each is judged by the hash that was kept before it. */
export async function verifyChain(
  db: Queryable,
  countyId: number,
  anchors: readonly Anchor[] = [],
): Promise<ChainReport> {
  const faults: ChainFault[] = []
  let head: ChainHead = { position: 0, hash: CHAIN_BEGINS }
  for (;;) {
    const links = await readLinks(db, countyId, head.position)
    for (const link of links) {
      faults.push(...judge(countyId, head, link, anchors))
      head = { position: link.position, hash: link.hash }
    }
    if (links.length < LOOKED_AT_ONCE || faults.length >= FAULTS_MAX) break
  }
  faults.push(...missingEnd(head, anchors), ...(await findInserted(db, countyId)))
  return { faults: faults.slice(0, FAULTS_MAX), head, unsealed: await countUnsealed(db, countyId) }
}

type Link = { position: number; link_seq: number; hash: Uint8Array; seq: number | null } & Omit<
  AuditRow,
  'seq'
>

function readLinks(db: Queryable, countyId: number, after: number): Promise<Link[]> {
  return db.query<Link>(
    `select chain.position, chain.seq as link_seq, chain.hash, ${AUDIT_COLUMNS}
     from audit_chain chain left join audit_entries entry
       on entry.county_id = chain.county_id and entry.seq = chain.seq
     where chain.county_id = $1 and chain.position > $2 order by chain.position limit $3`,
    [countyId, after, LOOKED_AT_ONCE],
  )
}

function judge(
  countyId: number,
  before: ChainHead,
  link: Link,
  anchors: readonly Anchor[],
): ChainFault[] {
  const { position, link_seq: seq, hash } = link
  // What lies beyond a gap hangs on a hash that is gone, so of it nothing can be said.
  if (position !== before.position + 1) return [{ what: 'unlinked', position: before.position + 1 }]
  if (link.seq === null) return [{ what: 'removed', position, seq }]
  const told = anchors.find((anchor) => anchor.position === position)
  const isTold = !told || Buffer.from(hash).toString('hex') === told.hash
  const isRight = linkHash(before.hash, countyId, { ...link, seq: link.seq }).equals(hash)
  return isRight && isTold ? [] : [{ what: 'changed', position, seq }]
}

/** The end of a chain can be cut off without a trace in what is left: only what was written down elsewhere tells. */
function missingEnd(head: ChainHead, anchors: readonly Anchor[]): ChainFault[] {
  return anchors
    .filter(({ position }) => position > head.position)
    .map(({ position }) => ({ what: 'unlinked' as const, position }))
}

async function findInserted(db: Queryable, countyId: number): Promise<ChainFault[]> {
  const rows = await db.query<{ seq: number }>(
    `select seq from audit_entries entry where county_id = $1
       and not exists (select 1 from audit_chain where county_id = $1 and seq = entry.seq)
       and not exists (select 1 from audit_unsealed where county_id = $1 and seq = entry.seq)
     order by seq limit $2`,
    [countyId, FAULTS_MAX],
  )
  return rows.map(({ seq }) => ({ what: 'inserted', seq }))
}

async function countUnsealed(db: Queryable, countyId: number): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    'select count(*)::int as count from audit_unsealed where county_id = $1',
    [countyId],
  )
  return row?.count ?? 0
}
