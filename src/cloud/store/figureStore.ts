import { villageOf, type AreaCode } from '@domain/area/areaCode'
import type { Increment } from '@domain/figures/figure'
import type { Matter } from '@domain/matter/matter'
import { chinaIsoDay } from '@domain/shared/instant'
import type { Queryable } from './database'

/** A step or a batch of reports counts in the part of its connection. */
export const FIGURE_PART = 'mod(pg_backend_pid(), 16)'

export const ADD_TO_FIGURE = `on conflict (county_id, day, area_code, flow, figure, part)
  do update set count = figures.count + excluded.count`

/** Where and under which day a matter is counted: it never changes. */
export function figureKey({ areaCode, receivedAt }: Pick<Matter, 'areaCode' | 'receivedAt'>) {
  return { figure_area: villageOf(areaCode), figure_day: chinaIsoDay(receivedAt) }
}

/** Inside the step's transaction. In one order everywhere, so that no two can wait for each other in a ring. */
export async function writeCounts(
  tx: Queryable,
  matter: Matter,
  counts: readonly Increment[],
): Promise<void> {
  if (counts.length === 0) return
  const { figure_area, figure_day } = figureKey(matter)
  await tx.query(
    `insert into figures (county_id, day, area_code, flow, figure, part, count)
     select $1, $2, $3, $4, figure, ${FIGURE_PART}, count
     from jsonb_to_recordset($5::jsonb) as row (figure text, count int) order by figure
     ${ADD_TO_FIGURE}`,
    [matter.countyId, figure_day, figure_area, matter.flow, JSON.stringify(counts)],
  )
}

export type FigureSpan = {
  readonly areaCode: AreaCode
  /** Days, both included: 2026-11-23. */
  readonly from: string
  readonly until: string
}

export type FigureRow = {
  readonly flow: string
  readonly figure: string
  readonly count: number
}

/** The sums of an area and of everything in it. */
export async function readFigureRows(
  db: Queryable,
  countyId: number,
  { areaCode, from, until }: FigureSpan,
): Promise<FigureRow[]> {
  return db.query<FigureRow>(
    `select flow, figure, sum(count)::int as count from figures
     where county_id = $1 and day between $2 and $3 and starts_with(area_code, $4)
     group by flow, figure having sum(count) <> 0`,
    [countyId, from, until, areaCode],
  )
}

/** What the history of every matter says, to count anew. */
export async function replaceFigures(
  tx: Queryable,
  countyId: number,
  rows: readonly CountedRow[],
): Promise<void> {
  await tx.query('delete from figures where county_id = $1', [countyId])
  await tx.query(
    `insert into figures (county_id, day, area_code, flow, figure, part, count)
     select $1, day, area_code, flow, figure, ${FIGURE_PART}, count
     from jsonb_to_recordset($2::jsonb)
       as row (day date, area_code text, flow text, figure text, count int)`,
    [countyId, JSON.stringify(rows)],
  )
}

export type CountedRow = FigureRow & { readonly day: string; readonly area_code: AreaCode }
