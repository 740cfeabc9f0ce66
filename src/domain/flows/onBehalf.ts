import type { FormField } from '../form/formField'
import { line, optional, phone } from './fields'

/** As long as a matter usually takes; the hub may open it longer. */
const SECRET_HOURS = 30 * 24

/**
 * 代人上报: whom a report concerns who has no phone of their own, so that whoever handles it can call the neighbour or
 * the son. Opened one by one, each opening on record, by whoever has the task and by the hub; no notice, no event for
 * outside and no neighbour carries it. The report stays its reporter's, with its points.
 */
export const onBehalf: readonly FormField[] = [
  { ...optional(line('forName', '替谁报的（只给办理的人看）')), secretHours: SECRET_HOURS },
  { ...optional(phone('forPhone', '他的电话（只给办理的人看）')), secretHours: SECRET_HOURS },
]
