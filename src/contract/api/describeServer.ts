import * as v from 'valibot'
import { defineOperation } from '../operation'
import { Area, Time } from '../shapes'

/** What a phone must know before anybody signs in. */
export const describeServer = defineOperation({
  name: 'describeServer',
  summary: '这是哪个县的系统、是不是演示；不用登录',
  open: true,
  request: v.object({}),
  response: v.object({
    demo: v.boolean(),
    county: Area,
    serverTime: Time,
    /** Of WeChat: what people may be asked to subscribe to on sending. */
    messageTemplates: v.optional(v.array(v.string())),
  }),
  problems: [],
})
