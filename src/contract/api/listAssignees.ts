import * as v from 'valibot'
import { defineOperation } from '../operation'
import { Area, AreaCode, MatterIdSchema, PersonIdSchema, RoleSchema } from '../shapes'

/**
 * Whom a matter can be dispatched to: its own grid's workers first, then the village's, the pools, the departments. By
 * area for what has no matter yet: a whistle that is being written, tasks that are handed over.
 */
export const listAssignees = defineOperation({
  name: 'listAssignees',
  summary: '这件事可以派给谁',
  request: v.object({
    matterId: v.optional(MatterIdSchema),
    areaCode: v.optional(AreaCode),
  }),
  response: v.object({
    people: v.array(
      v.object({
        personId: PersonIdSchema,
        name: v.string(),
        phone: v.string(),
        role: RoleSchema,
        area: Area,
        openTasks: v.number(),
      }),
    ),
    areas: v.array(Area),
    departments: v.array(v.object({ code: v.string(), name: v.string() })),
  }),
  problems: ['matter.not-found', 'access.outside-jurisdiction'],
})
