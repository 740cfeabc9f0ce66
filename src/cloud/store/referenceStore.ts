import type { Sensitivity, Urgency, ClockKind } from '@domain/kind/kind'
import type { Datum } from '@domain/place/place'
import type { Database, Queryable } from './database'

/** Everything of a county that is held in memory, as the tables have it. */
export type ReferenceRows = {
  readonly areas: readonly StoredArea[]
  readonly grids: readonly StoredGrid[]
  readonly departments: readonly StoredDepartment[]
  readonly kinds: readonly StoredKind[]
}

export type StoredArea = { code: string; parent_code: string | null; level: string; name: string }

export type StoredGrid = {
  code: string
  name: string
  village_code: string
  datum: Datum
  geometry: [number, number][][][]
}

export type StoredDepartment = { code: string; name: string; area_code: string }

export type StoredKind = {
  code: string
  version: number
  in_force: boolean
  name: string
  category: string
  category_name: string
  urgency: Urgency
  accept_hours: number
  accept_clock: ClockKind
  handle_hours: number
  handle_clock: ClockKind
  base_points: number
  self_close: boolean
  sensitivity: Sensitivity
  owner: string
  initials: string
  icon: string
  rank: number | null
  emergency_number: string | null
  note: string
}

/** One snapshot: an import that commits between two of these reads must not leave grids without their village. */
export async function readReferenceRows(
  database: Database,
  countyId: number,
): Promise<ReferenceRows> {
  return database.transaction(async (tx) => {
    await tx.query('set transaction isolation level repeatable read, read only')
    return {
      areas: await readAreas(tx, countyId),
      grids: await readGrids(tx, countyId),
      departments: await readDepartments(tx, countyId),
      kinds: await readKinds(tx, countyId),
    }
  })
}

export function readAreas(tx: Queryable, countyId: number): Promise<StoredArea[]> {
  return tx.query<StoredArea>(
    'select code, parent_code, level, name from areas where county_id = $1 order by code',
    [countyId],
  )
}

export function readGrids(tx: Queryable, countyId: number): Promise<StoredGrid[]> {
  return tx.query<StoredGrid>(
    `select code, name, village_code, datum, geometry from grids
     where county_id = $1 and valid_to is null order by code`,
    [countyId],
  )
}

export function readDepartments(tx: Queryable, countyId: number): Promise<StoredDepartment[]> {
  return tx.query<StoredDepartment>(
    'select code, name, area_code from departments where county_id = $1 order by area_code, code',
    [countyId],
  )
}

/** All versions, since a running matter keeps the one it began with. Hours are `numeric`, read as numbers here. */
export function readKinds(tx: Queryable, countyId: number): Promise<StoredKind[]> {
  return tx.query<StoredKind>(
    `select code, version, effective_from <= now() as in_force, name, category, category_name, urgency,
       accept_hours::float8 as accept_hours, accept_clock,
       handle_hours::float8 as handle_hours, handle_clock,
       base_points, self_close, sensitivity, owner, initials, icon, rank, emergency_number, note
     from kinds where county_id = $1 order by code, version`,
    [countyId],
  )
}
