import { countsOf } from '@domain/figures/countsOf'
import { evolveMatter } from '@domain/matter/evolveMatter'
import type { Increment } from '@domain/figures/figure'
import type { Matter } from '@domain/matter/matter'
import type { MatterEvent } from '@domain/matter/matterEvent'
import type { FlowBook } from '../flows/flowBook'
import type { Database, Queryable } from './database'
import {
  departmentOf,
  figureKey,
  keepCounted,
  replaceFigures,
  type CountedRow,
} from './figureStore'

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
      const keep: Keep = (rows) => keepCounted(tx, countyId, rows)
      await replaceFigures(tx, countyId, await sumHistories(tx, countyId, flows, keep))
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

type Counted = { readonly matter_id: string; readonly counted: Record<string, number> }
type Keep = (rows: readonly Counted[]) => Promise<void>

/** What the rows of `figures` come to, told by the histories alone; `keep` is given what each matter is counted as. */
export async function sumHistories(
  db: Queryable,
  countyId: number,
  flows: FlowBook,
  keep: Keep = () => Promise.resolve(),
): Promise<CountedRow[]> {
  const sums = new Map<string, CountedRow>()
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await readHistories(db, countyId, after)
    const told = [...ofMatters(rows, flows)]
    for (const one of told) add(sums, one)
    await keep(told.map(({ matter, counted }) => ({ matter_id: matter.id, counted })))
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

type Told = { readonly matter: Matter; readonly counted: Record<string, number> }

/** Each matter as it stands, and what all its steps together counted. */
function* ofMatters(rows: readonly StepRow[], flows: FlowBook): Generator<Told> {
  let told: Told | undefined
  for (const { matter_id, events } of rows) {
    if (told && told.matter.id !== matter_id) {
      yield told
      told = undefined
    }
    const matter = evolveMatter(told?.matter, events)
    const counts = countsOf(flows.of(matter), told?.matter, events)
    told = { matter, counted: plus(told?.counted ?? {}, counts) }
  }
  if (told) yield told
}

function plus(counted: Readonly<Record<string, number>>, counts: readonly Increment[]) {
  const sums: Record<string, number> = { ...counted }
  for (const { figure, count } of counts) sums[figure] = (sums[figure] ?? 0) + count
  return Object.fromEntries(Object.entries(sums).filter(([, count]) => count !== 0))
}

/** Under what it is now: wherever it was counted before, it was taken away again. */
function add(sums: Map<string, CountedRow>, { matter, counted }: Told): void {
  const { figure_area, figure_day } = figureKey(matter)
  const { flow, kind } = matter
  const where = {
    day: figure_day,
    area_code: figure_area,
    flow,
    kind,
    department: departmentOf(matter),
  }
  for (const [figure, count] of Object.entries(counted)) {
    const key = [...Object.values(where), figure].join(' ')
    sums.set(key, { ...where, figure, count: (sums.get(key)?.count ?? 0) + count })
  }
}
