import * as v from 'valibot'
import { defineOperation } from '../operation'
import { MatterIdSchema, Next, Page, PersonIdSchema, text, Time } from '../shapes'

/** 名册: who entered, for whoever works on the matter. Ballots are secret: there the names are left out. */
export const listRoll = defineOperation({
  name: 'listRoll',
  summary: '谁报了名、谁作了答',
  request: v.object({ matterId: MatterIdSchema, roll: text(40), ...Page }),
  response: v.object({
    items: v.array(
      v.object({
        personId: v.optional(PersonIdSchema),
        name: v.string(),
        value: v.optional(v.string()),
        note: v.optional(v.string()),
        at: Time,
      }),
    ),
    next: Next,
  }),
  problems: ['factor.needed', 'matter.not-found', 'access.outside-jurisdiction'],
})
