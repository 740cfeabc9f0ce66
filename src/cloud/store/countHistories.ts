import { countsOf } from '@domain/figures/countsOf'
import { evolveMatter } from '@domain/matter/evolveMatter'
import type { Matter } from '@domain/matter/matter'
import type { MatterEvent } from '@domain/matter/matterEvent'
import type { FlowBook } from '../flows/flowBook'
import type { Database, Queryable } from './database'
import { figureKey, replaceFigures, type CountedRow } from './figureStore'

/** Matters whose histories are held in memory at once. */
const MATTERS_AT_ONCE = 200

/**
 * A county whose matters are older than its figures: they are counted once from the histories. Whoever takes a step
 * meanwhile waits, since a step must be counted either by itself or here.
 */
export async function countHistories(
  database: Database,
  countyId: number,
  flows: FlowBook,
): Promise<void> {
  if (!(await isUncounted(database, countyId))) return
  await database.transaction(
    async (tx) => {
      await tx.query('lock table figures in exclusive mode')
      if (!(await isUncounted(tx, countyId))) return
      await replaceFigures(tx, countyId, await sumHistories(tx, countyId, flows))
    },
    { takesLong: true },
  )
}

async function isUncounted(db: Queryable, countyId: number): Promise<boolean> {
  const [row] = await db.query<{ uncounted: boolean }>(
    `select exists (select 1 from matter_history where county_id = $1)
        and not exists (select 1 from figures where county_id = $1)
        and not exists (select 1 from figure_sums where county_id = $1) as uncounted`,
    [countyId],
  )
  return row?.uncounted ?? false
}

/** What the rows of `figures` come to, told by the histories alone. */
export async function sumHistories(
  db: Queryable,
  countyId: number,
  flows: FlowBook,
): Promise<CountedRow[]> {
  const sums = new Map<string, CountedRow>()
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await readHistories(db, countyId, after)
    for (const row of ofMatters(rows, flows)) add(sums, row)
    const last = rows.at(-1)
    if (!last) return [...sums.values()].filter(({ count }) => count !== 0)
    after = last.matter_id
  }
}

type StepRow = { readonly matter_id: string; readonly events: readonly MatterEvent[] }

async function readHistories(db: Queryable, countyId: number, after: string): Promise<StepRow[]> {
  return db.query<StepRow>(
    `select matter_id, events from matter_history
     where county_id = $1 and matter_id in (
       select matter_id from matter_history
       where county_id = $1 and matter_id > $2 and version = 1
       order by matter_id limit $3)
     order by matter_id, version`,
    [countyId, after, MATTERS_AT_ONCE],
  )
}

function* ofMatters(rows: readonly StepRow[], flows: FlowBook): Generator<CountedRow> {
  let matter: Matter | undefined
  let matterId: string | undefined
  for (const { matter_id, events } of rows) {
    const before: Matter | undefined = matter_id === matterId ? matter : undefined
    matter = evolveMatter(before, events)
    matterId = matter_id
    const { figure_area, figure_day } = figureKey(matter)
    const where = { day: figure_day, area_code: figure_area, flow: matter.flow }
    for (const count of countsOf(flows.of(matter), before, events)) yield { ...where, ...count }
  }
}

function add(sums: Map<string, CountedRow>, row: CountedRow): void {
  const key = [row.day, row.area_code, row.flow, row.figure].join(' ')
  sums.set(key, { ...row, count: (sums.get(key)?.count ?? 0) + row.count })
}
