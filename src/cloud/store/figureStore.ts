import { areaLevels, villageOf, type AreaCode } from '@domain/area/areaCode'
import type { Increment } from '@domain/figures/figure'
import type { Matter } from '@domain/matter/matter'
import { chinaIsoDay, DAY_MS } from '@domain/shared/instant'
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

/** The sums of an area and of everything in it: whole weeks, the days at both ends, and what is not folded yet. */
export async function readFigureRows(
  db: Queryable,
  countyId: number,
  { areaCode, from, until }: FigureSpan,
): Promise<FigureRow[]> {
  const [firstWeek, lastWeek, headEnd, tailStart] = weeksWithin(from, until)
  return db.query<FigureRow>(
    `select flow, figure, sum(count)::int as count from (
       select flow, figure, count from figure_sums
       where county_id = $1 and area_code = $4 and period = 'week' and start between $5 and $6
       union all
       select flow, figure, count from figure_sums
       where county_id = $1 and area_code = $4 and period = 'day'
         and (start between $2 and $7 or start between $8 and $3)
       union all
       select flow, figure, count from figures
       where county_id = $1 and day between $2 and $3 and starts_with(area_code, $4)
     ) as counted group by flow, figure having sum(count) <> 0`,
    [countyId, from, until, areaCode, firstWeek, lastWeek, headEnd, tailStart],
  )
}

/** First and last Monday of the whole weeks, the last day before them and the first one after; a span may have none. */
function weeksWithin(from: string, until: string): [string, string, string, string] {
  const first = addDays(from, (8 - weekday(from)) % 7)
  // The last week that is whole ends on the last Sunday of the span.
  const last = addDays(until, -weekday(until) - 6)
  return first <= last
    ? [first, last, addDays(first, -1), addDays(last, 7)]
    : [NEVER, NEVER, until, NEVER]
}

/** After every report: no week begins here, and a span from here to any day is empty. */
const NEVER = '9999-12-31'

/** Sunday is 0, as calendars count. */
function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10)
}

/**
 * Moves counts into the sums of days and weeks at each level, and answers how many rows it moved. What another process
 * is counting up at this moment is left for the next time; both are one transaction, so that no count is in two places.
 */
export async function foldFigures(db: Queryable, countyId: number, limit: number): Promise<number> {
  const [row] = await db.query<{ moved: number }>(
    `with taken as (
       delete from figures where ctid = any(array(
         select ctid from figures where county_id = $1
         order by day, area_code, flow, figure, part limit $2 for update skip locked))
       returning county_id, day, area_code, flow, figure, count
     ), summed as (
       insert into figure_sums (county_id, area_code, period, start, flow, figure, count)
       select county_id, left(area_code, digits) as area, period,
         case period when 'day' then day else date_trunc('week', day)::date end as start, flow, figure, sum(count)
       from taken
         join unnest(array[${Object.values(areaLevels).slice(0, 3).join(', ')}]) as digits
           on digits <= length(area_code)
         cross join unnest(array['day', 'week']) as period
       group by county_id, area, period, start, flow, figure
       order by county_id, area, period, start, flow, figure
       on conflict (county_id, area_code, period, start, flow, figure)
         do update set count = figure_sums.count + excluded.count
     )
     select count(*)::int as moved from taken`,
    [countyId, limit],
  )
  return row?.moved ?? 0
}

/** What the history of every matter says, to count anew. */
export async function replaceFigures(
  tx: Queryable,
  countyId: number,
  rows: readonly CountedRow[],
): Promise<void> {
  for (const table of ['figures', 'figure_sums'])
    await tx.query(`delete from ${table} where county_id = $1`, [countyId])
  await tx.query(
    `insert into figures (county_id, day, area_code, flow, figure, part, count)
     select $1, day, area_code, flow, figure, ${FIGURE_PART}, count
     from jsonb_to_recordset($2::jsonb)
       as row (day date, area_code text, flow text, figure text, count int)`,
    [countyId, JSON.stringify(rows)],
  )
}

export type CountedRow = FigureRow & { readonly day: string; readonly area_code: AreaCode }
