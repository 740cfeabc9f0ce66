import type { Role } from '@domain/access/permissions'
import type { Queryable, Row } from './database'
import type { StoredArea, StoredDepartment, StoredGrid, StoredKind } from './referenceStore'

/** Rows sent in one statement; a thousand surveyed grids are some megabytes. */
const BATCH_ROWS = 1000

/** The first half of the lock's key, so that imports of different counties do not wait for each other. */
const IMPORT_LOCK = 1

export type StoredPerson = {
  person_id: string
  account: string
  name: string
  phone: string
  work_phone: string
}

export type StoredPost = {
  account: string
  role: Role
  area_code: string
  department_code: string | null
}

export type StoredPostWithId = StoredPost & { post_id: string }

/** Imports of one county come one after the other: each compares with what the one before has written. */
export async function lockForImport(tx: Queryable, countyId: number): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1::int, $2::int)', [IMPORT_LOCK, countyId])
}

export async function isCountyEmpty(tx: Queryable, countyId: number): Promise<boolean> {
  const rows = await tx.query('select 1 from areas where county_id = $1 limit 1', [countyId])
  return rows.length === 0
}

export async function nameCounty(tx: Queryable, countyId: number, name: string): Promise<void> {
  await tx.query(
    `insert into counties (county_id, name) values ($1, $2)
     on conflict (county_id) do update set name = excluded.name`,
    [countyId, name],
  )
}

export function readPeople(
  tx: Queryable,
  countyId: number,
  accounts: readonly string[],
): Promise<StoredPerson[]> {
  return tx.query<StoredPerson>(
    `select person_id, account, name, phone, work_phone from people
     where county_id = $1 and account = any($2::text[])`,
    [countyId, accounts],
  )
}

/** The posts these people hold now. */
export function readPosts(
  tx: Queryable,
  countyId: number,
  accounts: readonly string[],
): Promise<StoredPostWithId[]> {
  return tx.query<StoredPostWithId>(
    `select posts.post_id, people.account, posts.role, posts.area_code, posts.department_code
     from posts join people
       on people.county_id = posts.county_id and people.person_id = posts.person_id
     where posts.county_id = $1 and posts.valid_to is null and people.account = any($2::text[])`,
    [countyId, accounts],
  )
}

/** Posts held now in any of these areas. */
export function readPostsIn(
  tx: Queryable,
  countyId: number,
  areaCodes: readonly string[],
): Promise<{ account: string; area_code: string }[]> {
  return tx.query(
    `select people.account, posts.area_code
     from posts join people
       on people.county_id = posts.county_id and people.person_id = posts.person_id
     where posts.county_id = $1 and posts.valid_to is null and posts.area_code = any($2::text[])
     order by posts.area_code, people.account`,
    [countyId, areaCodes],
  )
}

export function writeAreas(tx: Queryable, countyId: number, rows: StoredArea[]): Promise<void> {
  return inBatches(tx, countyId, {
    rows,
    sql: `insert into areas (county_id, code, parent_code, level, name)
      select $1, code, parent_code, level, name
      from jsonb_to_recordset($2::jsonb) as row (code text, parent_code text, level text, name text)
      on conflict (county_id, code) do update set name = excluded.name`,
  })
}

export function writeDepartments(
  tx: Queryable,
  countyId: number,
  rows: StoredDepartment[],
): Promise<void> {
  return inBatches(tx, countyId, {
    rows,
    sql: `insert into departments (county_id, code, name, area_code)
      select $1, code, name, area_code
      from jsonb_to_recordset($2::jsonb) as row (code text, name text, area_code text)
      on conflict (county_id, code) do update
        set name = excluded.name, area_code = excluded.area_code`,
  })
}

/** 网格 are re-cut, not edited: the version in force ends and stays readable. */
export async function endGrids(tx: Queryable, countyId: number, codes: string[]): Promise<void> {
  await tx.query(
    `update grids set valid_to = now()
     where county_id = $1 and valid_to is null and code = any($2::text[])`,
    [countyId, codes],
  )
}

export function addGridVersions(
  tx: Queryable,
  countyId: number,
  rows: StoredGrid[],
): Promise<void> {
  return inBatches(tx, countyId, {
    rows,
    sql: `insert into grids (county_id, code, version, name, village_code, datum, geometry)
      select $1, row.code, coalesce(max(grids.version), 0) + 1,
        row.name, row.village_code, row.datum, row.geometry
      from jsonb_to_recordset($2::jsonb)
        as row (code text, name text, village_code text, datum text, geometry jsonb)
      left join grids on grids.county_id = $1 and grids.code = row.code
      group by row.code, row.name, row.village_code, row.datum, row.geometry`,
  })
}

/** Whoever closed their account is not given their name back by a list of the county. */
export function writePeople(tx: Queryable, countyId: number, rows: StoredPerson[]): Promise<void> {
  return inBatches(tx, countyId, {
    rows,
    sql: `insert into people (county_id, person_id, account, name, phone, work_phone)
      select $1, person_id, account, name, phone, work_phone
      from jsonb_to_recordset($2::jsonb)
        as row (person_id uuid, account text, name text, phone text, work_phone text)
      on conflict (county_id, account) do update
        set name = excluded.name, phone = excluded.phone, work_phone = excluded.work_phone
        where people.closed_at is null`,
  })
}

export async function endPosts(tx: Queryable, countyId: number, postIds: string[]): Promise<void> {
  await tx.query(
    'update posts set valid_to = now() where county_id = $1 and post_id = any($2::uuid[])',
    [countyId, postIds],
  )
}

/** A post taken up again is a new row: the history keeps when it was not held. */
export function addPosts(tx: Queryable, countyId: number, rows: StoredPost[]): Promise<void> {
  return inBatches(tx, countyId, {
    rows,
    sql: `insert into posts (county_id, post_id, person_id, role, area_code, department_code)
      select $1, gen_random_uuid(), people.person_id, row.role, row.area_code, row.department_code
      from jsonb_to_recordset($2::jsonb)
        as row (account text, role text, area_code text, department_code text)
      join people on people.county_id = $1 and people.account = row.account`,
  })
}

/** A running matter keeps the version it began with, so a version once written is never changed. */
export function addKindVersions(
  tx: Queryable,
  countyId: number,
  rows: Omit<StoredKind, 'in_force'>[],
): Promise<void> {
  return inBatches(tx, countyId, {
    rows,
    sql: `insert into kinds (county_id, code, version, name, category, category_name, urgency,
        accept_hours, accept_clock, handle_hours, handle_clock, base_points, self_close,
        sensitivity, owner, initials, icon, rank, emergency_number, note)
      select $1, code, version, name, category, category_name, urgency,
        accept_hours, accept_clock, handle_hours, handle_clock, base_points, self_close,
        sensitivity, owner, initials, icon, rank, emergency_number, note
      from jsonb_to_recordset($2::jsonb) as row (
        code text, version int, name text, category text, category_name text, urgency text,
        accept_hours numeric, accept_clock text, handle_hours numeric, handle_clock text,
        base_points int, self_close boolean, sensitivity text, owner text, initials text,
        icon text, rank int, emergency_number text, note text)`,
  })
}

/** One hash for everybody who holds one of these roles: for demo counties only. */
export async function setPasswordOfRoles(
  tx: Queryable,
  countyId: number,
  { roles, passwordHash }: { roles: readonly Role[]; passwordHash: string },
): Promise<void> {
  await tx.query(
    `update people set password_hash = $3 where county_id = $1 and person_id in (
       select person_id from posts
       where county_id = $1 and valid_to is null and role = any($2::text[]))`,
    [countyId, roles, passwordHash],
  )
}

type Batch = { readonly sql: string; readonly rows: readonly Row[] }

async function inBatches(tx: Queryable, countyId: number, { sql, rows }: Batch): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH_ROWS) {
    const batch = rows.slice(from, from + BATCH_ROWS)
    await tx.query(sql, [countyId, JSON.stringify(batch)])
  }
}
