import type { Database } from '@cloud/store/database'
import {
  MATTER_COLUMN_NAMES,
  MATTER_COLUMNS,
  matterRow,
  TASK_COLUMNS,
  taskRows,
} from '@cloud/store/matterRow'
import type { ScenarioMatter } from './liveMatter'

/** Many matters in one transaction: their state, their histories row by row, and the tasks that are open. */
export async function writeScenario(
  database: Database,
  lives: readonly ScenarioMatter[],
  newId: (at: number) => string,
): Promise<void> {
  await database.transaction(
    async (tx) => {
      const rows = JSON.stringify(lives.map(({ matter }) => matterRow(matter)))
      await tx.query(WRITE_MATTERS, [rows])
      await tx.query(WRITE_HISTORY, [
        JSON.stringify(lives.flatMap((life) => historyOf(life, newId))),
      ])
      await tx.query(WRITE_TASKS, [JSON.stringify(lives.flatMap(tasksOf))])
    },
    { takesLong: true },
  )
}

function historyOf({ matter, rows }: ScenarioMatter, newId: (at: number) => string) {
  return rows.map(({ action, actorId, at, events }, index) => ({
    county_id: matter.countyId,
    matter_id: matter.id,
    version: index + 1,
    command_id: newId(at),
    action,
    actor_id: actorId,
    at: new Date(at).toISOString(),
    events,
  }))
}

function tasksOf({ matter }: ScenarioMatter) {
  return taskRows(matter).map((task) => ({
    ...task,
    county_id: matter.countyId,
    matter_id: matter.id,
  }))
}

const WRITE_MATTERS = `
insert into matters (${MATTER_COLUMN_NAMES})
select ${MATTER_COLUMN_NAMES} from jsonb_to_recordset($1::jsonb) as row (${MATTER_COLUMNS})`

const WRITE_HISTORY = `
insert into matter_history (county_id, matter_id, version, command_id, input_hash, action, actor_id, at, events)
select county_id, matter_id, version, command_id, decode(repeat('00', 32), 'hex'), action, actor_id, at, events
from jsonb_to_recordset($1::jsonb) as row (county_id int, matter_id uuid, version int, command_id uuid, action text,
  actor_id uuid, at timestamptz, events jsonb)`

const WRITE_TASKS = `
insert into matter_tasks (county_id, matter_id, task_id, owner, state, claimed_by, due_at, received_at)
select county_id, matter_id, task_id, owner, state, claimed_by, due_at, received_at
from jsonb_to_recordset($1::jsonb) as row (county_id int, matter_id uuid, ${TASK_COLUMNS})`
