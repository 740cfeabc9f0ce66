import type { Role } from '@domain/access/permissions'
import type { AreaCode } from '@domain/area/areaCode'
import type { PersonId } from '@domain/shared/ids'
import type { Instant } from '@domain/shared/instant'
import type { Queryable } from './database'

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
  readonly password_hash: string | null
  readonly locked_until: number | null
}

export async function findAccount(
  db: Queryable,
  countyId: number,
  account: string,
): Promise<AccountRow | undefined> {
  const [row] = await db.query<AccountRow>(
    `select person_id, password_hash, locked_until from people
     where county_id = $1 and account = $2 and disabled_at is null`,
    [countyId, account],
  )
  return row
}

export async function findPersonByOpenid(
  db: Queryable,
  countyId: number,
  openid: string,
): Promise<PersonId | undefined> {
  const [row] = await db.query<{ person_id: PersonId }>(
    'select person_id from people where county_id = $1 and wechat_openid = $2 and disabled_at is null',
    [countyId, openid],
  )
  return row?.person_id
}

/** Somebody who signs in by WeChat for the first time is a resident of the county; two at once become one person. */
export async function addResidentOfWechat(
  db: Queryable,
  countyId: number,
  openid: string,
  ids: { personId: string; postId: string },
): Promise<void> {
  await db.query(
    `with person as (
       insert into people (county_id, person_id, account, name, wechat_openid)
       values ($1, $2, 'wx-' || $2::uuid, '微信用户', $3)
       on conflict do nothing returning county_id, person_id
     )
     insert into posts (county_id, post_id, person_id, role, area_code)
     select county_id, $4, person_id, 'resident', county_id::text from person`,
    [countyId, ids.personId, openid, ids.postId],
  )
}

/** Counts in the database, so that no process forgets. A lock that has run out starts the count anew. */
export async function countFailure(
  db: Queryable,
  countyId: number,
  personId: PersonId,
  lock: { after: number; now: Instant; until: Instant },
): Promise<void> {
  await db.query(
    `update people set
       failed_sign_ins = case when locked_until <= $4 then 1 else failed_sign_ins + 1 end,
       locked_until = case
         when locked_until <= $4 then null
         when failed_sign_ins + 1 >= $3 then $5::timestamptz
         else locked_until end
     where county_id = $1 and person_id = $2`,
    [countyId, personId, lock.after, new Date(lock.now), new Date(lock.until)],
  )
}

export async function clearFailures(
  db: Queryable,
  countyId: number,
  personId: PersonId,
): Promise<void> {
  await db.query(
    `update people set failed_sign_ins = 0, locked_until = null
     where county_id = $1 and person_id = $2 and (failed_sign_ins > 0 or locked_until is not null)`,
    [countyId, personId],
  )
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
       (select count(*)::int from matters where matters.county_id = people.county_id
          and matters.claimed_by = people.person_id and matters.task_state = 'claimed') as open_tasks
     from posts join people on people.county_id = posts.county_id and people.person_id = posts.person_id
     where posts.county_id = $1 and posts.valid_to is null and people.disabled_at is null
       and posts.role in ('gridWorker', 'departmentOfficer') and posts.area_code like $2 || '%'
     order by posts.role desc, posts.area_code, people.name limit $3`,
    [countyId, areaCode, limit],
  )
}
