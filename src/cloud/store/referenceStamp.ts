import type { Queryable } from './database'

/**
 * Another text whenever what is held in memory has become another: read each minute by every process, so it costs
 * little and reads no geometry. Grids and kinds are only added to and ended, so counting them tells of every change;
 * a kind can also come into force by time alone. Of the county's settings the newest version tells. Areas and departments are changed in place, and are few.
 */
export async function readReferenceStamp(db: Queryable, countyId: number): Promise<string> {
  const [row] = await db.query<{ stamp: string }>(
    `select concat_ws(' ',
       (select md5(string_agg(concat_ws('|', code, parent_code, level, name), '/' order by code))
        from areas where county_id = $1),
       (select md5(string_agg(concat_ws('|', code, name, area_code), '/' order by code))
        from departments where county_id = $1),
       (select concat_ws('/', count(*), count(*) filter (where valid_to is null))
        from grids where county_id = $1),
       (select concat_ws('/', count(*), count(*) filter (where effective_from <= now()))
        from kinds where county_id = $1),
       (select max(version) from county_settings where county_id = $1)) as stamp`,
    [countyId],
  )
  return row?.stamp ?? ''
}
