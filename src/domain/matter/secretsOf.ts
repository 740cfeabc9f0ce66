import { can, type Actor } from '../access/actor'
import { keptFields } from '../flow/describeFlow'
import type { FlowTable } from '../flow/flowTable'
import type { FormField } from '../form/formField'
import { HOUR_MS, type Instant } from '../shared/instant'
import type { Matter } from './matter'

export type Secret = {
  readonly field: FormField
  /** Absent: for as long as they hold the permission. */
  readonly until?: Instant
}

/**
 * 保密信息 that this actor may open now: whoever has the task, for so long after they took it; and those who may read
 * sensitive matters where it lies, since somebody must be able to give the order again. Each opening is logged.
 */
export function secretsOf(
  actor: Actor,
  matter: Matter,
  flow: FlowTable,
  now: Instant,
): readonly Secret[] {
  const secrets = [...keptFields(flow).values()].filter(
    ({ name, secretHours }) => secretHours !== undefined && matter.fields?.[name] !== undefined,
  )
  if (can(actor, 'matter.readSensitive', matter.areaCode))
    return secrets.map((field) => ({ field }))
  const { task } = matter
  if (matter.endedAt !== undefined || task?.claimedBy !== actor.personId) return []
  return secrets.flatMap((field) => {
    const until = (task.claimedAt ?? task.openedAt) + (field.secretHours ?? 0) * HOUR_MS
    return now < until ? [{ field, until }] : []
  })
}
