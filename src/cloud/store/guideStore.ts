import type { AreaCode } from '@domain/area/areaCode'
import type { Queryable } from './database'

export type GuideRow = {
  readonly guide_id: string
  readonly area_code: AreaCode
  readonly title: string
  readonly papers: string
  readonly place: string
  readonly phone: string
}

/** Of these areas, in the order the county gave them. */
export function listGuideRows(
  db: Queryable,
  countyId: number,
  areaCodes: readonly AreaCode[],
  limit: number,
): Promise<GuideRow[]> {
  return db.query<GuideRow>(
    `select guide_id, area_code, title, papers, place, phone from guides
     where county_id = $1 and area_code = any($2::text[])
     order by area_code, position, guide_id limit $3`,
    [countyId, areaCodes, limit],
  )
}

/** Written again, a guide says what it says now. */
export async function writeGuides(
  tx: Queryable,
  countyId: number,
  rows: readonly GuideRow[],
): Promise<void> {
  const input = rows.map((row, position) => ({ ...row, position }))
  await tx.query(
    `insert into guides (county_id, guide_id, area_code, position, title, papers, place, phone)
     select $1, guide_id, area_code, position, title, papers, place, phone
     from jsonb_to_recordset($2::jsonb) as row (guide_id text, area_code text, position int,
       title text, papers text, place text, phone text)
     on conflict (county_id, guide_id) do update set area_code = excluded.area_code,
       position = excluded.position, title = excluded.title, papers = excluded.papers,
       place = excluded.place, phone = excluded.phone`,
    [countyId, JSON.stringify(input)],
  )
}
