import type { Role } from '@domain/access/permissions'
import type { AreaCode } from '@domain/area/areaCode'
import type { PersonId } from '@domain/shared/ids'
import type { Instant } from '@domain/shared/instant'
import type { Queryable } from './database'

export type AccountLine = {
  readonly person_id: PersonId
  readonly account: string
  readonly name: string
  readonly disabled_at: Instant | null
  readonly has_password: boolean
  readonly bound: boolean
  readonly second_factor: boolean
  readonly locked_until: Instant | null
  readonly posts: readonly {
    readonly role: Role
    readonly areaCode: AreaCode
    readonly departmentCode: string | null
  }[]
}

const LINE = `p.person_id, p.account, p.name, p.disabled_at, p.password_hash is not null as has_password,
  p.wechat_openid is not null as bound,
  exists (select 1 from second_factors f where f.county_id = $1 and f.person_id = p.person_id
    and f.confirmed_at is not null) as second_factor,
  (select max(a.locked_until) from attempts a where a.county_id = $1 and a.locked_until > $2
    and a.subject in ('account:' || p.account, 'factor:' || p.person_id)) as locked_until,
  coalesce((select jsonb_agg(jsonb_build_object('role', role, 'areaCode', area_code,
      'departmentCode', department_code) order by area_code, role)
    from posts where posts.county_id = $1 and posts.person_id = p.person_id and valid_to is null), '[]') as posts`

export type AccountSearch = {
  readonly now: Instant
  /** Below these areas. */
  readonly areas: readonly AreaCode[]
  /** Also whoever holds no post. */
  readonly withoutPost: boolean
  readonly search: string | undefined
  readonly role: Role | undefined
  readonly after: string | undefined
  readonly limit: number
}

/** By account. Residents are found by their whole name or account only. */
export function searchAccounts(
  db: Queryable,
  countyId: number,
  { now, areas, withoutPost, search, role, after, limit }: AccountSearch,
): Promise<AccountLine[]> {
  return db.query<AccountLine>(
    `select ${LINE} from people p
     where p.county_id = $1 and p.closed_at is null and ($3::text is null or p.account > $3)
       and ($4::text is null or p.account = $4 or strpos(p.name, $4) > 0 or starts_with(p.account, $4))
       and (exists (select 1 from posts where posts.county_id = $1 and posts.person_id = p.person_id
             and valid_to is null and area_code like any($5::text[])
             and ($6::text is null or role = $6)
             and (role <> 'resident' or p.account = $4 or p.name = $4))
         or ($7 and $6 is null and not exists (select 1 from posts where posts.county_id = $1
             and posts.person_id = p.person_id and valid_to is null)))
     order by p.account limit $8`,
    [
      countyId,
      new Date(now),
      after ?? null,
      search ?? null,
      areas.map((area) => `${area}%`),
      role ?? null,
      withoutPost,
      limit,
    ],
  )
}

export async function getAccountLine(
  db: Queryable,
  countyId: number,
  { personId, now }: { personId: PersonId; now: Instant },
): Promise<AccountLine> {
  const [row] = await db.query<AccountLine>(
    `select ${LINE} from people p where p.county_id = $1 and p.person_id = $3`,
    [countyId, new Date(now), personId],
  )
  if (!row) throw new Error(`There is no person ${personId}`)
  return row
}

type NewPerson = { personId: PersonId; account: string; name: string; phone: string }

/** False when the id or the account is somebody's already. */
export async function insertPerson(
  tx: Queryable,
  countyId: number,
  { personId, account, name, phone }: NewPerson,
): Promise<boolean> {
  const rows = await tx.query(
    `insert into people (county_id, person_id, account, name, phone) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning 1`,
    [countyId, personId, account, name, phone],
  )
  return rows.length > 0
}

export type HeldPost = { role: Role; areaCode: AreaCode; departmentCode: string | null }

/** Held until the transaction ends, so that two grants at once come one after the other. */
export async function lockPosts(
  tx: Queryable,
  countyId: number,
  personId: PersonId,
): Promise<HeldPost[]> {
  await tx.query('select 1 from people where county_id = $1 and person_id = $2 for update', [
    countyId,
    personId,
  ])
  return tx.query<HeldPost>(
    `select role, area_code as "areaCode", department_code as "departmentCode" from posts
     where county_id = $1 and person_id = $2 and valid_to is null`,
    [countyId, personId],
  )
}

type Holding = { readonly personId: PersonId; readonly post: HeldPost; readonly now: Instant }

export async function insertPost(
  tx: Queryable,
  countyId: number,
  { personId, post, now, postId }: Holding & { readonly postId: string },
): Promise<void> {
  await tx.query(
    `insert into posts (county_id, post_id, person_id, role, area_code, department_code, valid_from)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [countyId, postId, personId, post.role, post.areaCode, post.departmentCode, new Date(now)],
  )
}

/** False when it was not held. */
export async function closePost(
  tx: Queryable,
  countyId: number,
  { personId, post, now }: Holding,
): Promise<boolean> {
  const rows = await tx.query(
    `update posts set valid_to = $6 where county_id = $1 and person_id = $2 and role = $3
       and area_code = $4 and department_code is not distinct from $5 and valid_to is null returning 1`,
    [countyId, personId, post.role, post.areaCode, post.departmentCode, new Date(now)],
  )
  return rows.length > 0
}
