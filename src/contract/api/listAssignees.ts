import * as v from 'valibot'
import { defineOperation } from '../operation'
import { Area, MatterIdSchema, PersonIdSchema, RoleSchema } from '../shapes'

/** Whom a matter can be dispatched to: its own grid's workers first, then the village's, the pools, the departments. */
export const listAssignees = defineOperation({
  name: 'listAssignees',
  summary: '这件事可以派给谁',
  request: v.object({ matterId: MatterIdSchema }),
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
