import { areaLevels, type AreaCode } from '@domain/area/areaCode'
import type { Increment } from '@domain/figures/figure'
import type { Matter } from '@domain/matter/matter'
import { chinaIsoDay, DAY_MS } from '@domain/shared/instant'
import type { Queryable } from './database'

/** A step or a batch of reports counts in the part of its connection. */
export const FIGURE_PART = 'mod(pg_backend_pid(), 16)'

export const ADD_TO_FIGURE = `on conflict (county_id, day, area_code, flow, figure, part, kind, department)
  do update set count = figures.count + excluded.count`

/** Where and under which day a matter is counted: it never changes. */
export function figureKey({ areaCode, receivedAt }: Pick<Matter, 'areaCode' | 'receivedAt'>) {
  return { figure_area: areaCode, figure_day: chinaIsoDay(receivedAt) }
}

/** The department that has it in hand, or had it last; empty where it went to people, posts and villages. */
export function departmentOf({ task }: Pick<Matter, 'task'>): string {
  return task?.owner.kind === 'department' ? task.owner.departmentCode : ''
}

/** As the stored state says it. */
export const DEPARTMENT_OF_STATE = `coalesce(state->'task'->'owner'->>'departmentCode', '')`

/**
 * Inside the step's transaction and before the matter's row is written: with another department, all that the matter
 * is counted as goes over to it. In one order everywhere, so that no two can wait for each other in a ring.
 */
export async function writeCounts(
  tx: Queryable,
  matter: Matter,
  counts: readonly Increment[],
): Promise<void> {
  const { figure_area, figure_day } = figureKey(matter)
  await tx.query(WRITE_COUNTS, [
    matter.countyId,
    figure_day,
    figure_area,
    matter.flow,
    JSON.stringify(counts),
    matter.id,
    matter.kind,
    departmentOf(matter),
  ])
}

const WRITE_COUNTS = `
with before as (
  select counted, kind, ${DEPARTMENT_OF_STATE} as department from matters where county_id = $1 and matter_id = $6
), old as (
  select kind, department, key as figure, value::int as count from before, jsonb_each_text(counted)
), added as (
  select figure, count from jsonb_to_recordset($5::jsonb) as row (figure text, count int)
), after as (
  select figure, sum(count)::int as count
  from (select figure, count from old union all select figure, count from added) as one
  group by figure having sum(count) <> 0
), kept as (
  update matters set counted = coalesce((select jsonb_object_agg(figure, count) from after), '{}')
  where county_id = $1 and matter_id = $6 and exists (select 1 from added)
), moved as (
  select kind <> $7 or department <> $8 as so from before
), written as (
  select $7 as kind, $8 as department, figure, count from added, moved where not so
  union all select $7, $8, figure, count from after, moved where so
  union all select kind, department, figure, -count from old, moved where so
)
insert into figures (county_id, day, area_code, flow, kind, department, figure, part, count)
select $1, $2, $3, $4, kind, department, figure, ${FIGURE_PART}, count from written order by kind, department, figure
${ADD_TO_FIGURE}`

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
export function weeksWithin(from: string, until: string): [string, string, string, string] {
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
  const [row] = await db.query<{ moved: number }>(FOLD, [countyId, limit])
  return row?.moved ?? 0
}

const START_OF_PERIOD = `case period when 'day' then day else date_trunc('week', day)::date end`

const FOLD = `
with taken as (
  delete from figures where ctid = any(array(
    select ctid from figures where county_id = $1
    order by day, area_code, flow, figure, part, kind, department limit $2 for update skip locked))
  returning county_id, day, area_code, flow, figure, count, kind, department
), leveled as (
  select county_id, left(area_code, digits) as area, digits, period, ${START_OF_PERIOD} as start, flow, figure, count,
    kind, department, area_code as grid
  from taken
    join unnest(array[${Object.values(areaLevels).slice(0, 3).join(', ')}]) as digits
      on digits <= length(area_code)
    cross join unnest(array['day', 'week']) as period
), summed as (
  insert into figure_sums (county_id, area_code, period, start, flow, figure, count)
  select county_id, area, period, start, flow, figure, sum(count) from leveled
  group by county_id, area, period, start, flow, figure
  order by county_id, area, period, start, flow, figure
  on conflict (county_id, area_code, period, start, flow, figure)
    do update set count = figure_sums.count + excluded.count
), sliced as (
  insert into figure_slices (county_id, slice, area_code, period, start, flow, figure, key, count)
  select county_id, slice, area, period, start, flow, figure, key, sum(count) from leveled
    cross join lateral (values ('kind', kind), ('department', department),
      ('grid', case when digits = ${areaLevels.village} and length(grid) = ${areaLevels.grid} then grid else '' end)
    ) as cut (slice, key)
  where key <> ''
  group by county_id, slice, area, period, start, flow, figure, key
  order by county_id, slice, area, period, start, flow, figure, key
  on conflict (county_id, slice, area_code, period, start, flow, figure, key)
    do update set count = figure_slices.count + excluded.count
)
select count(*)::int as moved from taken`

/** What the history of every matter says, to count anew. */
export async function replaceFigures(
  tx: Queryable,
  countyId: number,
  rows: readonly CountedRow[],
): Promise<void> {
  for (const table of ['figures', 'figure_sums', 'figure_slices'])
    await tx.query(`delete from ${table} where county_id = $1`, [countyId])
  await tx.query(
    `insert into figures (county_id, day, area_code, flow, figure, part, kind, department, count)
     select $1, day, area_code, flow, figure, ${FIGURE_PART}, kind, department, count
     from jsonb_to_recordset($2::jsonb)
       as row (day date, area_code text, flow text, figure text, kind text, department text, count int)`,
    [countyId, JSON.stringify(rows)],
  )
}

/** What every matter is counted as, to find it behind a number. */
export async function keepCounted(
  tx: Queryable,
  countyId: number,
  rows: readonly {
    readonly matter_id: string
    readonly counted: Readonly<Record<string, number>>
  }[],
): Promise<void> {
  await tx.query(
    `update matters set counted = row.counted
     from jsonb_to_recordset($2::jsonb) as row (matter_id uuid, counted jsonb)
     where county_id = $1 and matters.matter_id = row.matter_id`,
    [countyId, JSON.stringify(rows)],
  )
}

export type CountedRow = FigureRow & {
  readonly day: string
  readonly area_code: AreaCode
  readonly kind: string
  readonly department: string
}
