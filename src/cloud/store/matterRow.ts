import { townshipOf } from '@domain/area/areaCode'
import { wakeAtOf } from '@domain/deadline/wakeAtOf'
import type { Matter, TaskOwner } from '@domain/matter/matter'
import type { Instant } from '@domain/shared/instant'

/** The columns of `matters` that lists search by; `state` is the whole matter. */
export function matterRow(matter: Matter): Record<string, unknown> {
  return {
    county_id: matter.countyId,
    matter_id: matter.id,
    number: matter.number,
    flow: matter.flow,
    kind: matter.kind,
    status: matter.status,
    ended: matter.endedAt !== undefined,
    version: matter.version,
    sensitivity: matter.sensitivity,
    area_code: matter.areaCode,
    township_code: townshipOf(matter.areaCode),
    reporter_id: matter.reporter.personId,
    received_at: new Date(matter.receivedAt).toISOString(),
    due_at: timeOr(matter.dueAt),
    wake_at: timeOr(wakeAtOf(matter)),
    parent_id: matter.parent?.matterId ?? null,
    state: matter,
  }
}

/** The column types of `matterRow`, for jsonb_to_recordset. */
export const MATTER_COLUMNS = `county_id int, matter_id uuid, number text, flow text, kind text, status text,
  ended boolean, version int, sensitivity text, area_code text, township_code text, reporter_id uuid,
  received_at timestamptz, due_at timestamptz, wake_at timestamptz, parent_id uuid, state jsonb`

export const MATTER_COLUMN_NAMES = MATTER_COLUMNS.split(',')
  .map((column) => column.trim().split(' ')[0])
  .join(', ')

/** A time that never comes is `infinity`, so that every list has one order. */
function timeOr(at: Instant | undefined): string {
  return at === undefined ? 'infinity' : new Date(at).toISOString()
}

/** Every task of the matter, as rows of `matter_tasks`. Of one that has ended nobody is asked to do anything. */
export function taskRows(matter: Matter): Record<string, unknown>[] {
  const tasks = [...(matter.task ? [matter.task] : []), ...(matter.called ?? [])]
  const shown = tasks.filter(({ state }) => matter.endedAt === undefined || state === 'done')
  return shown.map((task) => ({
    task_id: task.taskId,
    owner: ownerKey(task.owner),
    state: task.state,
    claimed_by: task.claimedBy ?? null,
    due_at: timeOr(matter.dueAt),
    received_at: new Date(matter.receivedAt).toISOString(),
  }))
}

/** The column types of `taskRows`, for jsonb_to_recordset. */
export const TASK_COLUMNS = `task_id uuid, owner text, state text, claimed_by uuid, due_at timestamptz,
  received_at timestamptz`

/** One text for any owner, so that a pool is found by an index. */
export function ownerKey(owner: TaskOwner): string {
  switch (owner.kind) {
    case 'person':
      return `person:${owner.personId}`
    case 'post':
      return `post:${owner.role}:${owner.areaCode}`
    case 'area':
      return `area:${owner.areaCode}`
    case 'department':
      return `department:${owner.departmentCode}`
  }
}
