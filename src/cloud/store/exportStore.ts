import type { PersonId } from '@domain/shared/ids'
import type { Instant } from '@domain/shared/instant'
import type { Queryable } from './database'

export type ExportRecord = {
  readonly exportId: string
  readonly phase: 'begun' | 'ended' | 'broken'
  readonly at: Instant
  readonly personId: PersonId
  readonly format: string
  /** The filters it was asked for with. */
  readonly asked: object
  readonly rows: number
}

/** 导出记录: one row when it begins, before the first byte leaves, and one when it ends; neither is ever changed. */
export async function recordExport(
  db: Queryable,
  countyId: number,
  { exportId, phase, at, personId, format, asked, rows }: ExportRecord,
): Promise<void> {
  await db.query(
    `insert into exports (county_id, export_id, phase, at, person_id, format, asked, rows)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [countyId, exportId, phase, new Date(at), personId, format, JSON.stringify(asked), rows],
  )
}
