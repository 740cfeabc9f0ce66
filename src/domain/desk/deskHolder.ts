import type { Permission } from '../access/permissions'
import type { Matter } from '../matter/matter'
import { HOUR_MS, type Instant } from '../shared/instant'
import type { DeskHold } from './deskEvent'

/** A shift: whoever went home without leaving what they took holds nobody up for longer. */
export const DESK_HOLD_MS = 8 * HOUR_MS

/** Who has it at the desk now. Given to somebody outside, or ended, it is nobody's there any more. */
export function deskHolder(
  { desk, task, endedAt }: Pick<Matter, 'desk' | 'task' | 'endedAt'>,
  now: Instant,
): DeskHold | undefined {
  if (!desk || endedAt !== undefined || now >= desk.at + DESK_HOLD_MS) return undefined
  const givenOn = task !== undefined && task.openedAt > desk.at
  return givenOn ? undefined : desk
}

const deskWork: ReadonlySet<Permission> = new Set<Permission>([
  'matter.accept',
  'matter.confirm',
  'matter.dispatch',
  'matter.inspect',
  'matter.close',
])

/** A step that two officers at two consoles might both take. */
export function isDeskWork(permission: Permission): boolean {
  return deskWork.has(permission)
}
