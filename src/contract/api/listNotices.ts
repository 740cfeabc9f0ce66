import * as v from 'valibot'
import { defineOperation } from '../operation'
import { MatterIdSchema, Next, Page, Time } from '../shapes'

/** 消息: what the flows tell the people they name, newest first. */
export const listNotices = defineOperation({
  name: 'listNotices',
  summary: '给我的消息',
  request: v.object({ ...Page }),
  response: v.object({
    items: v.array(
      v.object({
        noticeId: v.string(),
        at: Time,
        matterId: MatterIdSchema,
        number: v.string(),
        /** 求证 · 已答复 */
        title: v.string(),
        words: v.string(),
        /** note · yellow 临近期限 · red 已超过期限 */
        level: v.picklist(['note', 'yellow', 'red']),
      }),
    ),
    next: Next,
  }),
  problems: [],
})
