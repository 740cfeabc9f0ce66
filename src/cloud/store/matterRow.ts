import { townshipOf } from '@domain/area/areaCode'
import type { Matter, TaskOwner } from '@domain/matter/matter'

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
    due_at: matter.dueAt === undefined ? 'infinity' : new Date(matter.dueAt).toISOString(),
    task_id: matter.task?.taskId ?? null,
    task_state: matter.task?.state ?? null,
    task_owner: matter.task ? ownerKey(matter.task.owner) : null,
    claimed_by: matter.task?.claimedBy ?? null,
    state: matter,
  }
}

/** The column types of `matterRow`, for jsonb_to_recordset. */
export const MATTER_COLUMNS = `county_id int, matter_id uuid, number text, flow text, kind text, status text,
  ended boolean, version int, sensitivity text, area_code text, township_code text, reporter_id uuid,
  received_at timestamptz, due_at timestamptz, task_id uuid, task_state text, task_owner text, claimed_by uuid,
  state jsonb`

export const MATTER_COLUMN_NAMES = MATTER_COLUMNS.split(',')
  .map((column) => column.trim().split(' ')[0])
  .join(', ')

/** One text for any owner, so that a pool is found by an index. */
export function ownerKey(owner: TaskOwner): string {
  switch (owner.kind) {
    case 'person':
      return `person:${owner.personId}`
    case 'area':
      return `area:${owner.areaCode}`
    case 'department':
      return `department:${owner.departmentCode}`
  }
}
