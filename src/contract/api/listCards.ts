import * as v from 'valibot'
import { defineOperation } from '../operation'
import { Area, MatterIdSchema, Next, Page, Time } from '../shapes'

/** 公开卡片: warnings, answers and results that were published to the areas I live or work in, newest first. */
export const listCards = defineOperation({
  name: 'listCards',
  summary: '给本村本镇看的提醒、解答和结果',
  request: v.object({ ...Page }),
  response: v.object({
    items: v.array(
      v.object({
        cardId: v.string(),
        at: Time,
        area: Area,
        title: v.string(),
        words: v.string(),
        flowTitle: v.string(),
        /** Only in flows that are open to everybody of the area. */
        matterId: v.optional(MatterIdSchema),
      }),
    ),
    next: Next,
  }),
  problems: [],
})
