import type { Database } from '@cloud/store/database'
import { foldFigures } from '@cloud/store/figureStore'

/** What a county has in hand at one time: as many however many it has had before. */
const OPEN = 5_000

const COUNTY = 441_882
/** In large steps, since nobody waits. */
const FOLD_ROWS = 200_000

export type Filling = {
  readonly total: number
  readonly open?: number
  /** How many of the open ones the clock has something to say of, now. */
  readonly due?: number
  /** The sums take far longer than the matters; not every measurement reads them. */
  readonly figures?: boolean
}

/**
 * Matters of a whole year over all grids of the county, as they stand in the table, with the tasks and the sums that
 * belong to them. Whatever was there before is gone. Written by the database itself: it is a million rows.
 */
export async function fillCounty(
  database: Database,
  { total, open = OPEN, due = 0, figures = true }: Filling,
): Promise<void> {
  const takesLong = { takesLong: true }
  await database.transaction(async (tx) => {
    await tx.query(
      'truncate matters, matter_tasks, matter_history, figures, figure_sums, figure_slices',
    )
    await tx.query(MATTERS, [total, Math.round(total / open), due])
    await tx.query(TASKS)
    if (figures) await tx.query(FIGURES)
  }, takesLong)
  const fold = () => database.transaction((tx) => foldFigures(tx, COUNTY, FOLD_ROWS), takesLong)
  while ((await fold()) === FOLD_ROWS) continue
  for (const table of ['matters', 'matter_tasks', 'figures', 'figure_sums', 'figure_slices'])
    // As the server's own vacuum leaves them: what was folded is gone, and not walked past by every reader.
    await database.query(`vacuum analyze ${table}`)
}

const MATTERS = `
insert into matters (county_id, matter_id, number, flow, kind, status, ended, version, sensitivity, area_code,
  township_code, reporter_id, received_at, due_at, wake_at, parent_id, counted, state)
select county_id, matter_id, number, 'incident', kind, case when ended then 'closed' else 'dispatched' end, ended, 5,
  'S0', code, left(code, 9), reporter_id, received_at,
  case when ended then 'infinity' else due_at end,
  case when ended then 'infinity' when i <= $3::int * $2::int then now() - interval '1 minute' else due_at end,
  null,
  case when ended then jsonb_build_object('reported', 1, 'accepted', 1, 'closed', 1, 'finished', 1, 'ended', 1,
    'due.handle', 1, 'hours.' || (abs(hashtext(matter_id::text)) % 120), 1) else '{"reported": 1}' end,
  jsonb_build_object(
    'id', matter_id, 'countyId', county_id, 'number', number, 'flow', 'incident', 'flowVersion', 1,
    'kind', kind, 'kindVersion', 1, 'urgency', 'U4', 'sensitivity', 'S0',
    'status', case when ended then 'closed' else 'dispatched' end, 'version', 5, 'areaCode', code,
    'text', '村口垃圾堆了好几天', 'photos', '[]'::jsonb, 'handlers', '[]'::jsonb,
    'reporter', jsonb_build_object('personId', reporter_id, 'earnsPoints', true),
    'discoveredAt', (extract(epoch from received_at) * 1000)::bigint,
    'receivedAt', (extract(epoch from received_at) * 1000)::bigint
  ) || case when ended
    then jsonb_build_object('endedAt', (extract(epoch from received_at) * 1000)::bigint + 86400000)
    else jsonb_build_object(
      'dueAt', (extract(epoch from now() - interval '1 minute') * 1000)::bigint,
      'task', jsonb_build_object('taskId', md5('task' || i)::uuid, 'state', 'open',
        'owner', jsonb_build_object('kind', 'area', 'areaCode', left(code, 12)),
        'openedAt', (extract(epoch from received_at) * 1000)::bigint)) end
from (
  select i, grids.county_id, md5('matter' || i)::uuid as matter_id, 'E' || i as number,
    grids.code, (array['0501', '0502', '0301', '0302', '0401', '0601'])[1 + i % 6] as kind,
    md5('person' || i % 11000)::uuid as reporter_id, i % $2::int <> 0 as ended,
    -- As every report's: no moment is finer than a phone's clock, and the keys of pages are made of it.
    date_trunc('milliseconds', now() - interval '365 days' * (1 - i::float8 / $1::int)) as received_at,
    now() + interval '1 day' + interval '10 days' * (i % 1000) / 1000 as due_at
  from generate_series(1, $1::int) as i
    join (select county_id, code, row_number() over (order by code) as place, count(*) over () as count from grids
          where valid_to is null) as grids on grids.place = 1 + abs(hashint4(i)::bigint) % grids.count
) as made`

const TASKS = `
insert into matter_tasks (county_id, task_id, matter_id, owner, state, due_at, received_at)
select county_id, (state->'task'->>'taskId')::uuid, matter_id, 'area:' || left(area_code, 12), 'open', due_at, received_at
from matters where not ended`

/** The sums that a year of such matters leaves: reported, accepted in time and closed, and how long they took. */
const FIGURES = `
insert into figures (county_id, day, area_code, flow, kind, figure, part, count)
select county_id, day, area_code, 'incident', kind, figure, 0, count(*) from (
  select county_id, (received_at at time zone 'Asia/Shanghai')::date as day, key as figure, area_code, kind
  from matters cross join jsonb_object_keys(counted) as key
) as counted group by county_id, day, area_code, kind, figure`
