import { areaLevels, type AreaCode } from '@domain/area/areaCode'
import type { Queryable } from './database'
import { weeksWithin, type FigureSpan } from './figureStore'

export type BoardSpan = FigureSpan & { readonly flow: string }

export type PartRow = { readonly key: string; readonly figure: string; readonly count: number }

export type Slice = 'kind' | 'department' | 'grid'

type Span = Omit<BoardSpan, 'areaCode'>

/** Areas of one level. Without named figures all of them. */
type Parts = { readonly areas: readonly AreaCode[]; readonly figures?: readonly string[] }

/** The sums of areas by what their matters are of: whole weeks, the days at both ends, and what is not folded yet. */
export async function readSlices(
  db: Queryable,
  countyId: number,
  span: Span,
  { slice, ...parts }: Parts & { readonly slice: Slice },
): Promise<PartRow[]> {
  const digits = parts.areas[0]?.length
  if (digits === undefined) return []
  return db.query<PartRow>(
    `select key, figure, sum(count)::int as count from (
       select key, figure, count from figure_slices
       where county_id = $1 and slice = $11 and area_code = any($4::text[]) and ${WITHIN_SPAN} and ${ASKED}
       union all
       select ${sliceKeys[slice]} as key, figure, count from figures
       where county_id = $1 and day between $2 and $3 and left(area_code, ${digits}) = any($4::text[]) and ${ASKED}
     ) as counted where key <> '' group by key, figure having sum(count) <> 0`,
    [...partValues(countyId, span, parts), slice],
  )
}

const sliceKeys: Readonly<Record<Slice, string>> = {
  kind: 'kind',
  department: 'department',
  grid: `case when length(area_code) = ${areaLevels.grid} then area_code else '' end`,
}

/** Weeks and days of a table of sums, by the values of `partValues`. */
const WITHIN_SPAN = `(period = 'week' and start between $5 and $6
  or period = 'day' and (start between $2 and $7 or start between $8 and $3))`
const ASKED = 'flow = $9 and ($10::text[] is null or figure = any($10::text[]))'

function partValues(
  countyId: number,
  { from, until, flow }: Span,
  { areas, figures }: Parts,
): unknown[] {
  return [countyId, from, until, areas, ...weeksWithin(from, until), flow, figures ?? null]
}

/** The sums of each of these areas. */
export async function readAreaParts(
  db: Queryable,
  countyId: number,
  span: Span,
  parts: Parts,
): Promise<PartRow[]> {
  const digits = parts.areas[0]?.length
  if (digits === undefined) return []
  return db.query<PartRow>(
    `select key, figure, sum(count)::int as count from (
       select area_code as key, figure, count from figure_sums
       where county_id = $1 and area_code = any($4::text[]) and ${WITHIN_SPAN} and ${ASKED}
       union all
       select left(area_code, ${digits}), figure, count from figures
       where county_id = $1 and day between $2 and $3 and left(area_code, ${digits}) = any($4::text[]) and ${ASKED}
     ) as counted group by key, figure having sum(count) <> 0`,
    partValues(countyId, span, parts),
  )
}

export type DayRow = { readonly day: string; readonly figure: string; readonly count: number }

/** Day by day, what of the matters received that day has become of them. */
export async function readDays(
  db: Queryable,
  countyId: number,
  { areaCode, from, until, flow }: BoardSpan,
): Promise<DayRow[]> {
  return db.query<DayRow>(
    `select day::text, figure, sum(count)::int as count from (
       select start as day, figure, count from figure_sums
       where county_id = $1 and area_code = $4 and period = 'day' and start between $2 and $3
         and flow = $5 and figure in ('reported', 'ended')
       union all
       select day, figure, count from figures
       where county_id = $1 and day between $2 and $3 and starts_with(area_code, $4)
         and flow = $5 and figure in ('reported', 'ended')
     ) as counted group by day, figure order by day`,
    [countyId, from, until, areaCode, flow],
  )
}
