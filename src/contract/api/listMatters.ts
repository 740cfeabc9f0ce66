import * as v from 'valibot'
import { defineOperation } from '../operation'
import { AreaCode, Next, Page, text } from '../shapes'
import { MatterView } from '../views'

/** received: newest first. due: what is due next first, for the hub's inbox (open matters only). */
export const matterOrders = ['received', 'due'] as const

export const listMatters = defineOperation({
  name: 'listMatters',
  summary: '我能看到的事，按页取',
  request: v.object({
    filter: v.optional(
      v.object({
        /** Only what I reported. */
        mine: v.optional(v.boolean()),
        areaCode: v.optional(AreaCode),
        statuses: v.optional(v.pipe(v.array(text(40)), v.maxLength(20))),
        kind: v.optional(text(10)),
        flow: v.optional(text(40)),
        /** Open to everybody where I live or work, or asked of whoever works there: topics, sign-ups, searches. */
        around: v.optional(v.boolean()),
        /** Those that are about me, though I neither reported them nor work on them: who visited me, and why. */
        aboutMe: v.optional(v.boolean()),
        /** Part of the text, or a matter number. */
        search: v.optional(text(100)),
        open: v.optional(v.boolean()),
      }),
      {},
    ),
    order: v.optional(v.picklist(matterOrders), 'received'),
    ...Page,
  }),
  response: v.object({ items: v.array(MatterView), next: Next }),
  problems: ['access.outside-jurisdiction'],
})
