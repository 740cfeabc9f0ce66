import type { SavedFilter } from '@contract/api/savedFilters'
import type { Instant } from '@domain/shared/instant'
import type { Queryable } from './database'

type FilterRow = {
  readonly filter_id: SavedFilter['filterId']
  readonly name: string
  readonly content: SavedFilter['content']
}

export async function listFilterRows(
  db: Queryable,
  countyId: number,
  personId: string,
): Promise<SavedFilter[]> {
  const rows = await db.query<FilterRow>(
    `select filter_id, name, content from saved_filters
     where county_id = $1 and person_id = $2 order by name, filter_id`,
    [countyId, personId],
  )
  return rows.map(({ filter_id: filterId, name, content }) => ({ filterId, name, content }))
}

/** False when there are as many as there may be; one that is known is written over. */
export async function writeFilter(
  db: Queryable,
  countyId: number,
  personId: string,
  {
    filterId,
    name,
    content,
    savedAt,
    max,
  }: SavedFilter & { readonly savedAt: Instant; readonly max: number },
): Promise<boolean> {
  const rows = await db.query(
    `insert into saved_filters (county_id, person_id, filter_id, name, content, saved_at)
     select $1, $2, $3, $4, $5::jsonb, $6
     where (select count(*) from saved_filters
            where county_id = $1 and person_id = $2 and filter_id <> $3) < $7
     on conflict (county_id, person_id, filter_id) do update set name = excluded.name,
       content = excluded.content, saved_at = excluded.saved_at
     returning 1`,
    [countyId, personId, filterId, name, JSON.stringify(content), new Date(savedAt), max],
  )
  return rows.length > 0
}

export async function deleteFilter(
  db: Queryable,
  countyId: number,
  personId: string,
  filterId: string,
): Promise<void> {
  await db.query(
    'delete from saved_filters where county_id = $1 and person_id = $2 and filter_id = $3',
    [countyId, personId, filterId],
  )
}
