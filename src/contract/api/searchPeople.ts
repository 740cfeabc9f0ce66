import * as v from 'valibot'
import { defineOperation } from '../operation'
import { Area, AreaCode, MatterIdSchema, PersonIdSchema, text } from '../shapes'

/** For fields that name a person: by part of the name, within the asker's county; at most thirty. */
export const searchPeople = defineOperation({
  name: 'searchPeople',
  summary: '按姓名找人，填表用',
  request: v.object({
    search: text(20),
    /** Only among those who entered this roll of the matter, residents included. */
    among: v.optional(v.object({ matterId: MatterIdSchema, roll: text(40) })),
    /** Residents there, only by their whole name; for whoever visits them. */
    residentsOf: v.optional(AreaCode),
  }),
  response: v.object({
    items: v.array(
      v.object({ personId: PersonIdSchema, name: v.string(), roleTitle: v.string(), area: Area }),
    ),
  }),
  problems: ['matter.not-found', 'access.outside-jurisdiction'],
})
