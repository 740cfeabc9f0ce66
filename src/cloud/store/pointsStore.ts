import type { Posting } from '@domain/points/posting'
import type { MatterId, PersonId } from '@domain/shared/ids'
import type { Queryable } from './database'

/**
 * Posts once: a posting that is there already (same matter, rule and person) moves no balance. Both halves are kept in
 * the caller's transaction, so the sum over all accounts stays zero.
 */
export async function writePosting(
  tx: Queryable,
  countyId: number,
  posting: Posting,
): Promise<void> {
  const inserted = await tx.query(
    `insert into points_postings
       (county_id, posting_id, from_account, to_account, points, rule, matter_id, person_id, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (county_id, matter_id, rule, person_id) do nothing returning posting_id`,
    [
      countyId,
      posting.postingId,
      posting.from,
      posting.to,
      posting.points,
      posting.rule,
      posting.matterId,
      posting.personId,
      new Date(posting.at),
    ],
  )
  if (inserted.length === 0) return
  await moveBalances(tx, countyId, posting)
}

/** In the order of the accounts' names, so that two postings never wait for each other in a ring. */
async function moveBalances(
  tx: Queryable,
  countyId: number,
  { from, to, points }: Posting,
): Promise<void> {
  const changes = [
    { account: from, change: -points },
    { account: to, change: points },
  ].sort((a, b) => (a.account < b.account ? -1 : 1))
  for (const { account, change } of changes) {
    await tx.query(
      `insert into points_accounts (county_id, account, balance) values ($1, $2, $3)
       on conflict (county_id, account) do update set balance = points_accounts.balance + $3`,
      [countyId, account, change],
    )
  }
}

export async function findBalance(
  db: Queryable,
  countyId: number,
  account: string,
): Promise<number> {
  const [row] = await db.query<{ balance: number }>(
    'select balance from points_accounts where county_id = $1 and account = $2',
    [countyId, account],
  )
  return row?.balance ?? 0
}

export type PostingRow = {
  readonly posting_id: string
  readonly to_account: string
  readonly points: number
  readonly rule: string
  readonly matter_id: MatterId
  readonly at: number
  readonly number: string | null
  readonly kind: string | null
}

export type PostingsPage = {
  readonly personId: PersonId
  readonly before: { readonly at: number; readonly id: string } | undefined
  readonly limit: number
}

export async function listPostingRows(
  db: Queryable,
  countyId: number,
  page: PostingsPage,
): Promise<PostingRow[]> {
  return db.query<PostingRow>(
    `select p.posting_id, p.to_account, p.points, p.rule, p.matter_id, p.at, m.number, m.kind
     from points_postings p
       left join matters m on m.county_id = p.county_id and m.matter_id = p.matter_id
     where p.county_id = $1 and p.person_id = $2
       and ($3::timestamptz is null or (p.at, p.posting_id) < ($3, $4::uuid))
     order by p.at desc, p.posting_id desc limit $5`,
    [
      countyId,
      page.personId,
      page.before ? new Date(page.before.at) : null,
      page.before?.id ?? null,
      page.limit,
    ],
  )
}
