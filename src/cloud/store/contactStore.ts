import type { AreaCode } from '@domain/area/areaCode'
import type { Role } from '@domain/access/permissions'
import type { Queryable } from './database'

export type ContactRow = {
  readonly name: string
  readonly role: Role
  readonly area_code: AreaCode
  readonly work_phone: string
}

export type ContactSearch = {
  /** Within these, at any depth. */
  readonly within: AreaCode
  /** Or exactly at these: what lies around. */
  readonly around: readonly AreaCode[]
  readonly roles: readonly Role[]
  readonly limit: number
}

/** People on duty posts with the telephone of their post, from the ground up; whoever has none is not called. */
export function listContactRows(
  db: Queryable,
  countyId: number,
  { within, around, roles, limit }: ContactSearch,
): Promise<ContactRow[]> {
  return db.query<ContactRow>(
    `select people.name, posts.role, posts.area_code, people.work_phone
     from posts join people on people.county_id = posts.county_id and people.person_id = posts.person_id
     where posts.county_id = $1 and posts.valid_to is null and people.disabled_at is null
       and people.work_phone <> '' and posts.role = any($4::text[])
       and (posts.area_code like $2 || '%' or posts.area_code = any($3::text[]))
     order by length(posts.area_code) desc, posts.area_code, posts.role, people.name limit $5`,
    [countyId, within, around, roles, limit],
  )
}

/** 演示: of everybody who holds one of these posts, a number that no exchange gives out (no local number begins with 0). */
export async function inventWorkPhones(
  tx: Queryable,
  countyId: number,
  roles: readonly Role[],
): Promise<void> {
  await tx.query(
    `update people set work_phone = '0763-000' || lpad(numbered.n::text, 4, '0')
     from (
       select person_id, row_number() over (order by account) as n
       from people where county_id = $1 and person_id in (
         select person_id from posts
         where county_id = $1 and valid_to is null and role = any($2::text[]))
     ) as numbered
     where people.county_id = $1 and people.person_id = numbered.person_id`,
    [countyId, roles],
  )
}
