import type { FileId } from '@domain/shared/ids'
import type { Instant } from '@domain/shared/instant'
import type { Queryable } from './database'
import { SWEEP_LOCK } from './fileStore'

/** Files that nobody will miss: begun and never finished, or settled and named by no matter. */
export type Stale = {
  readonly countyId: number
  readonly unfinishedBefore: Instant
  readonly unnamedBefore: Instant
}

const IS_STALE = `case files.state when 'receiving' then files.updated_at < $2
  else files.recorded_at is not null and files.created_at < $3 and not exists (
    select from matter_files named
    where named.county_id = files.county_id and named.file_id = files.file_id) end`

/** The next files in the order of their ids, each with whether it is stale. */
export function lookThroughFiles(
  db: Queryable,
  { countyId, unfinishedBefore, unnamedBefore }: Stale,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<{ fileId: FileId; stale: boolean }[]> {
  return db.query(
    `select file_id as "fileId", ${IS_STALE} as stale from files
     where county_id = $1 and file_id > $4 order by file_id limit $5`,
    [countyId, new Date(unfinishedBefore), new Date(unnamedBefore), after, limit],
  )
}

/** Until the end of the transaction nobody announces where a picture will lie. */
export async function lockForSweep(tx: Queryable): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1::int, 0)', [SWEEP_LOCK])
}

const keyColumns = ['photo_key', 'thumbnail_key', 'masked_key', 'masked_thumbnail_key'] as const

/** The keys of the pictures it showed; `undefined` when it is stale no longer. */
export async function deleteStaleFile(
  tx: Queryable,
  { countyId, unfinishedBefore, unnamedBefore }: Stale,
  fileId: FileId,
): Promise<string[] | undefined> {
  const [row] = await tx.query<Record<(typeof keyColumns)[number], string | null>>(
    `delete from files where county_id = $1 and file_id = $4 and ${IS_STALE}
     returning ${keyColumns.join(', ')}`,
    [countyId, new Date(unfinishedBefore), new Date(unnamedBefore), fileId],
  )
  return row && keyColumns.map((column) => row[column]).filter((key) => key !== null)
}

/** In any county: one blob store may serve several. */
export async function isShown(tx: Queryable, key: string): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from files where ${keyColumns.map((column) => `${column} = $1`).join(' or ')} limit 1`,
    [key],
  )
  return rows.length > 0
}
