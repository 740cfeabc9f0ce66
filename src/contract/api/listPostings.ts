import * as v from 'valibot'
import { defineOperation } from '../operation'
import { MatterIdSchema, Next, Page, Time } from '../shapes'

export const listPostings = defineOperation({
  name: 'listPostings',
  summary: '我的积分明细，新的在前',
  request: v.object({ ...Page }),
  response: v.object({
    items: v.array(
      v.object({
        postingId: v.string(),
        /** Positive when points came to me. */
        points: v.number(),
        rule: v.string(),
        ruleTitle: v.string(),
        matterId: v.optional(MatterIdSchema),
        matterNumber: v.optional(v.string()),
        kindName: v.optional(v.string()),
        at: Time,
      }),
    ),
    next: Next,
  }),
  problems: [],
})
