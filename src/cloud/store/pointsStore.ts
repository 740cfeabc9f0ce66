import type { AreaCode } from '@domain/area/areaCode'
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

const POSTING_COLUMNS =
  'county_id, posting_id, from_account, to_account, points, rule, matter_id, person_id, at'

/** Balances of what was just posted, in the order of the accounts' names: nobody waits for another in a ring. */
const MOVE_BALANCES = `
  insert into points_accounts (county_id, account, balance)
  select $1, account, sum(change)::int from (
    select from_account as account, -points as change from made
    union all select to_account, points from made
  ) as halves group by account order by account
  on conflict (county_id, account) do update set balance = points_accounts.balance + excluded.balance`

/** 冲正: every posting of the matter that stands, made once more the other way. A reversal stands until it is reversed. */
export async function reversePostings(
  tx: Queryable,
  countyId: number,
  { matterId, seed, at }: { matterId: MatterId; seed: string; at: number },
): Promise<void> {
  await tx.query(
    `with made as (
       insert into points_postings (${POSTING_COLUMNS})
       select county_id, md5($4 || posting_id)::uuid, to_account, from_account, points, 'reversal:' || rule,
         matter_id, person_id, $3
       from points_postings standing
       where county_id = $1 and matter_id = $2 and not exists (
         select from points_postings reversed where reversed.county_id = standing.county_id
           and reversed.matter_id = standing.matter_id and reversed.person_id = standing.person_id
           and reversed.rule = 'reversal:' || standing.rule)
       on conflict do nothing returning from_account, to_account, points
     ) ${MOVE_BALANCES}`,
    [countyId, matterId, new Date(at), seed],
  )
}

export type Settling = {
  readonly township: AreaCode
  /** What was earned before this moment. */
  readonly until: number
  readonly matterId: MatterId
  readonly seed: string
  readonly at: number
}

/**
 * 结算: whoever has points of the township's fund left is settled. What was earned is bounded by the day; what was paid
 * out or taken back counts whenever it was. Two settlements at once come one after the other, by
 * the fund's row, and the second finds what is left.
 */
export async function settlePostings(
  tx: Queryable,
  countyId: number,
  { township, until, matterId, seed, at }: Settling,
): Promise<void> {
  const fund = `fund:${township}`
  const settled = `settled:${township}`
  await tx.query(
    'select balance from points_accounts where county_id = $1 and account = $2 for update',
    [countyId, fund],
  )
  await tx.query(
    `with due as (
       select person_id, sum(case when from_account = $2 then points else -points end)::int as points
       from points_postings
       where county_id = $1
         and ((from_account = $2 and at < $4) or to_account = $2 or to_account = $3)
       group by person_id
     ), made as (
       insert into points_postings (${POSTING_COLUMNS})
       select $1, md5($6 || person_id)::uuid, 'person:' || person_id, $3, points, 'settlement', $5, person_id, $7
       from due where points > 0
       on conflict do nothing returning from_account, to_account, points
     ) ${MOVE_BALANCES}`,
    [countyId, fund, settled, new Date(until), matterId, seed, new Date(at)],
  )
}

export type SettledRow = {
  readonly person_id: PersonId
  readonly name: string
  readonly account: string
  readonly points: number
}

/** Who got how much in one settlement, by name. */
export function listSettled(
  db: Queryable,
  countyId: number,
  matterId: string,
  limit: number,
): Promise<SettledRow[]> {
  return db.query<SettledRow>(
    `select p.person_id, coalesce(people.name, '') as name, coalesce(people.account, '') as account, p.points
     from points_postings p
       left join people on people.county_id = p.county_id and people.person_id = p.person_id
     where p.county_id = $1 and p.matter_id = $2 and p.rule = 'settlement'
     order by name, account limit $3`,
    [countyId, matterId, limit],
  )
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
