import type { AuditAct } from '@domain/audit/auditActs'
import type { Instant } from '@domain/shared/instant'
import type { Queryable } from './database'

/** One line of the log. Names are not kept, only ids: who has closed their account is not named here either. */
export type AuditEntry = {
  readonly at: Instant
  readonly act: AuditAct
  readonly outcome: 'done' | 'refused'
  readonly personId?: string | undefined
  /** The posts they held, as `hubOperator@441882118`. */
  readonly posts?: string
  readonly address?: string | undefined
  readonly matterId?: string | undefined
  /** What or whom it was about, where that is no matter: an account, an endpoint, a version. */
  readonly subject?: string
  readonly details?: Readonly<Record<string, unknown>>
}

/** In the transaction of what it tells, or by itself for what changes nothing else. */
export async function writeAudit(
  db: Queryable,
  countyId: number,
  entries: readonly AuditEntry[],
): Promise<void> {
  await db.query(
    `with added as (
       insert into audit_entries
         (county_id, at, act, outcome, person_id, posts, address, matter_id, subject, details)
       select $1, at, act, outcome, person_id, posts, address, matter_id, subject, details
       from jsonb_to_recordset($2::jsonb) as entry (at timestamptz, act text, outcome text,
         person_id uuid, posts text, address text, matter_id uuid, subject text, details text)
       returning county_id, seq)
     insert into audit_unsealed (county_id, seq) select county_id, seq from added`,
    [countyId, JSON.stringify(entries.map(toRow))],
  )
}

function toRow(entry: AuditEntry) {
  return {
    at: new Date(entry.at).toISOString(),
    act: entry.act,
    outcome: entry.outcome,
    person_id: entry.personId ?? null,
    posts: entry.posts ?? '',
    address: entry.address ?? '',
    matter_id: entry.matterId ?? null,
    subject: entry.subject ?? '',
    details: JSON.stringify(entry.details ?? {}),
  }
}

/** As it lies in the table. */
export type AuditRow = {
  readonly seq: number
  readonly at: Instant
  readonly act: string
  readonly outcome: string
  readonly person_id: string | null
  readonly posts: string
  readonly address: string
  readonly matter_id: string | null
  readonly subject: string
  readonly details: string
}

export const AUDIT_COLUMNS = `entry.seq, entry.at, entry.act, entry.outcome, entry.person_id, entry.posts,
  entry.address, entry.matter_id, entry.subject, entry.details`

export type AuditSearch = {
  /** Part of a name, or a whole account. */
  readonly who?: string | undefined
  readonly act?: AuditAct | undefined
  readonly from?: Date | undefined
  readonly until?: Date | undefined
  /** The number of a matter. */
  readonly number?: string | undefined
  readonly before?: number | undefined
  readonly limit: number
}

export type FoundAudit = AuditRow & {
  readonly account: string | null
  readonly name: string | null
  readonly number: string | null
  /** Its place in the chain, once it has one. */
  readonly position: number | null
}

/** Newest first. */
export function searchAudit(
  db: Queryable,
  countyId: number,
  { who, act, from, until, number, before, limit }: AuditSearch,
): Promise<FoundAudit[]> {
  return db.query<FoundAudit>(
    `select ${AUDIT_COLUMNS}, people.account, people.name, matters.number, chain.position
     from audit_entries entry
       left join people on people.county_id = entry.county_id and people.person_id = entry.person_id
       left join matters on matters.county_id = entry.county_id and matters.matter_id = entry.matter_id
       left join audit_chain chain on chain.county_id = entry.county_id and chain.seq = entry.seq
     where entry.county_id = $1
       and ($2::text is null or entry.subject = $2 or entry.person_id in (
         select person_id from people where county_id = $1 and (account = $2 or strpos(name, $2) > 0)))
       and ($3::text is null or entry.act = $3)
       and ($4::timestamptz is null or entry.at >= $4)
       and ($5::timestamptz is null or entry.at < $5)
       and ($6::text is null or strpos(entry.details, $6) > 0 or entry.matter_id = (
         select matter_id from matters where county_id = $1 and number = $6))
       and ($7::bigint is null or entry.seq < $7)
     order by entry.seq desc limit $8`,
    [
      countyId,
      who ?? null,
      act ?? null,
      from ?? null,
      until ?? null,
      number ?? null,
      before ?? null,
      limit,
    ],
  )
}
