import { UNNAMED } from '@contract/unnamed'
import type { Role } from '@domain/access/permissions'
import type { AreaCode } from '@domain/area/areaCode'
import type { MatterId, PersonId } from '@domain/shared/ids'
import type { Instant } from '@domain/shared/instant'
import type { Queryable } from './database'
import { escapeLike } from './escapeLike'
import { ownerKey } from './matterRow'

export type PersonRow = {
  readonly person_id: PersonId
  readonly name: string
  readonly role: Role | null
}

/** Names and first roles for showing, by id. */
export async function findPeople(
  db: Queryable,
  countyId: number,
  personIds: readonly string[],
): Promise<Map<string, PersonRow>> {
  if (personIds.length === 0) return new Map()
  const rows = await db.query<PersonRow>(
    `select people.person_id, people.name, min(posts.role) as role
     from people left join posts on posts.county_id = people.county_id and posts.person_id = people.person_id
       and posts.valid_to is null
     where people.county_id = $1 and people.person_id = any($2::uuid[])
     group by people.person_id, people.name`,
    [countyId, [...new Set(personIds)]],
  )
  return new Map(rows.map((row) => [row.person_id, row]))
}

export type AccountRow = {
  readonly person_id: PersonId
  readonly account: string
  readonly name: string
  readonly password_hash: string | null
  readonly disabled_at: Instant | null
  /** Held now. */
  readonly posts: readonly { readonly role: Role; readonly areaCode: AreaCode }[]
}

/** Also one that was closed. */
export async function findAccount(
  db: Queryable,
  countyId: number,
  account: string,
): Promise<AccountRow | undefined> {
  const [row] = await db.query<AccountRow>(
    `select people.person_id, people.account, people.name, people.password_hash, people.disabled_at,
       coalesce(jsonb_agg(jsonb_build_object('role', posts.role, 'areaCode', posts.area_code))
         filter (where posts.post_id is not null), '[]') as posts
     from people left join posts on posts.county_id = people.county_id and posts.person_id = people.person_id
       and posts.valid_to is null
     where people.county_id = $1 and people.account = $2
     group by people.county_id, people.person_id`,
    [countyId, account],
  )
  return row
}

export type WechatPerson = { readonly person_id: PersonId; readonly disabled_at: Instant | null }

/** Also one whose account was closed: an openid that is known never becomes a new resident. */
export async function findPersonByOpenid(
  db: Queryable,
  countyId: number,
  openid: string,
): Promise<WechatPerson | undefined> {
  const [row] = await db.query<WechatPerson>(
    'select person_id, disabled_at from people where county_id = $1 and wechat_openid = $2',
    [countyId, openid],
  )
  return row
}

type NewResident = {
  readonly personId: string
  readonly postId: string
  /** What they agreed to by signing in. */
  readonly consentVersion: string
  readonly now: Instant
}

/** Somebody who signs in by WeChat for the first time is a resident of the county; two at once become one person. */
export async function addResidentOfWechat(
  db: Queryable,
  countyId: number,
  openid: string,
  { personId, postId, consentVersion, now }: NewResident,
): Promise<void> {
  await db.query(
    `with person as (
       insert into people (county_id, person_id, account, name, wechat_openid)
       values ($1, $2, 'wx-' || $2::uuid, $7, $3)
       on conflict do nothing returning county_id, person_id
     ), agreed as (
       insert into consents (county_id, person_id, version, given, at)
       select county_id, person_id, $5, true, $6 from person
     )
     insert into posts (county_id, post_id, person_id, role, area_code)
     select county_id, $4, person_id, 'resident', county_id::text from person`,
    [countyId, personId, openid, postId, consentVersion, new Date(now), UNNAMED],
  )
}

/** The caller ends the person's sessions in the same transaction. */
export async function setPasswordHash(
  tx: Queryable,
  countyId: number,
  { personId, passwordHash }: { personId: PersonId; passwordHash: string },
): Promise<void> {
  await tx.query('update people set password_hash = $3 where county_id = $1 and person_id = $2', [
    countyId,
    personId,
    passwordHash,
  ])
}

type Disabling = { personId: PersonId; by: PersonId; reason: string; now: Instant }

/** The first time counts: who closed the account, when and why is not written over. Answers when that was. */
export async function disableAccount(
  tx: Queryable,
  countyId: number,
  { personId, by, reason, now }: Disabling,
): Promise<Instant> {
  const [row] = await tx.query<{ disabled_at: Instant }>(
    `update people set
       disabled_by = case when disabled_at is null then $3::uuid else disabled_by end,
       disabled_reason = case when disabled_at is null then $4 else disabled_reason end,
       disabled_at = coalesce(disabled_at, $5)
     where county_id = $1 and person_id = $2 returning disabled_at`,
    [countyId, personId, by, reason, new Date(now)],
  )
  if (!row) throw new Error(`There is no person ${personId}`)
  return row.disabled_at
}

/** Held until the transaction ends, so that two binding at once with one phone come one after the other. */
export async function lockOpenidOf(
  tx: Queryable,
  countyId: number,
  personId: PersonId,
): Promise<string | undefined> {
  const [row] = await tx.query<{ wechat_openid: string | null }>(
    'select wechat_openid from people where county_id = $1 and person_id = $2 for update',
    [countyId, personId],
  )
  return row?.wechat_openid ?? undefined
}

type Move = { openid: string; from: PersonId; to: PersonId }

/** A phone that was bound to the account before is bound no longer. */
export async function moveOpenid(
  tx: Queryable,
  countyId: number,
  { openid, from, to }: Move,
): Promise<void> {
  await tx.query('update people set wechat_openid = null where county_id = $1 and person_id = $2', [
    countyId,
    from,
  ])
  await tx.query('update people set wechat_openid = $3 where county_id = $1 and person_id = $2', [
    countyId,
    to,
    openid,
  ])
}

export type TaskInHand = { readonly matter_id: MatterId; readonly number: string }

/** What waits for this person: claimed by them, or handed to them alone. At most `limit`, and how many there are. */
export async function findTasksInHand(
  db: Queryable,
  countyId: number,
  { personId, limit }: { personId: PersonId; limit: number },
): Promise<{ count: number; tasks: TaskInHand[] }> {
  const rows = await db.query<TaskInHand & { count: number }>(
    `select matter_id, number, count(*) over ()::int as count
     from matters join (
       select distinct county_id, matter_id from matter_tasks
       where county_id = $1 and ((claimed_by = $2 and state = 'claimed') or (owner = $3 and state = 'open'))
     ) as waiting using (county_id, matter_id)
     where not ended order by due_at, matter_id limit $4`,
    [countyId, personId, ownerKey({ kind: 'person', personId }), limit],
  )
  return { count: rows[0]?.count ?? 0, tasks: rows }
}

export type AssigneeRow = {
  readonly person_id: PersonId
  readonly name: string
  readonly phone: string
  readonly role: Role
  readonly area_code: AreaCode
  readonly open_tasks: number
}

/** Workers below an area, with what each has in hand; at most `limit`. */
export async function listWorkers(
  db: Queryable,
  countyId: number,
  areaCode: AreaCode,
  limit: number,
): Promise<AssigneeRow[]> {
  return db.query<AssigneeRow>(
    `select people.person_id, people.name, people.phone, posts.role, posts.area_code,
       (select count(*)::int from matter_tasks tasks where tasks.county_id = people.county_id
          and tasks.claimed_by = people.person_id and tasks.state = 'claimed') as open_tasks
     from posts join people on people.county_id = posts.county_id and people.person_id = posts.person_id
     where posts.county_id = $1 and posts.valid_to is null and people.disabled_at is null
       and posts.role in ('gridWorker', 'departmentOfficer') and posts.area_code like $2 || '%'
     order by posts.role desc, posts.area_code, people.name limit $3`,
    [countyId, areaCode, limit],
  )
}

export type StaffRow = {
  readonly person_id: PersonId
  readonly name: string
  readonly role: Role
  readonly area_code: AreaCode
}

/** Whoever holds a post other than a resident's, by part of the name, as it stands. */
export async function searchStaff(
  db: Queryable,
  countyId: number,
  search: string,
  limit: number,
): Promise<StaffRow[]> {
  const pattern = `%${escapeLike(search)}%`
  return db.query<StaffRow>(
    `select people.person_id, people.name, posts.role, posts.area_code
     from people join posts on posts.county_id = people.county_id and posts.person_id = people.person_id
     where people.county_id = $1 and people.disabled_at is null and posts.valid_to is null
       and posts.role <> 'resident' and people.name like $2
     order by people.name, posts.area_code limit $3`,
    [countyId, pattern, limit],
  )
}

/** Those who live in a village, by their whole name and nothing less. */
export async function findResidents(
  db: Queryable,
  countyId: number,
  { village, name, limit }: { village: AreaCode; name: string; limit: number },
): Promise<StaffRow[]> {
  return db.query<StaffRow>(
    `select distinct on (people.name, people.person_id) people.person_id, people.name, posts.role, posts.area_code
     from people join posts on posts.county_id = people.county_id and posts.person_id = people.person_id
     where people.county_id = $1 and people.disabled_at is null and posts.valid_to is null
       and people.name = $2 and posts.area_code like $3
     order by people.name, people.person_id limit $4`,
    [countyId, name, `${village}%`, limit],
  )
}

/** Whoever entered a roll of a matter, by part of the name; each with one of their posts. */
export async function searchEntrants(
  db: Queryable,
  countyId: number,
  asked: { matterId: string; roll: string; search: string; limit: number },
): Promise<StaffRow[]> {
  return db.query<StaffRow>(
    `select distinct on (people.name, people.person_id) people.person_id, people.name, posts.role, posts.area_code
     from roll_entries entered
       join people on people.county_id = entered.county_id and people.person_id = entered.person_id
       join posts on posts.county_id = people.county_id and posts.person_id = people.person_id
         and posts.valid_to is null
     where entered.county_id = $1 and entered.matter_id = $2 and entered.roll = $3 and people.name like $4
     order by people.name, people.person_id, posts.area_code limit $5`,
    [countyId, asked.matterId, asked.roll, `%${escapeLike(asked.search)}%`, asked.limit],
  )
}

export async function findOwnAccount(
  db: Queryable,
  countyId: number,
  personId: PersonId,
): Promise<{ account: string; has_password: boolean } | undefined> {
  const [row] = await db.query<{ account: string; has_password: boolean }>(
    `select account, password_hash is not null as has_password from people
     where county_id = $1 and person_id = $2`,
    [countyId, personId],
  )
  return row
}
