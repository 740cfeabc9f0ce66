import { holds, type Actor } from '@domain/access/actor'
import { MINUTE_MS } from '@domain/shared/instant'

/** What one person may bring in, before a mistake or mischief would fill the inbox and the disk. */
export type Allowance = {
  readonly reportsPerWindow: number
  readonly uploadBytesPerDay: number
}

export const REPORT_WINDOW_MS = 10 * MINUTE_MS

const MEGABYTE = 1024 * 1024
const ofAnybody: Allowance = { reportsPerWindow: 60, uploadBytesPerDay: 200 * MEGABYTE }
/** In a flood one grid worker passes on what a whole village tells them. */
const ofStaff: Allowance = { reportsPerWindow: 300, uploadBytesPerDay: 1024 * MEGABYTE }

export function allowanceOf(actor: Actor): Allowance {
  return holds(actor, 'task.read') || holds(actor, 'hub.operate') ? ofStaff : ofAnybody
}
