import * as v from 'valibot'
import { defineOperation } from '../operation'
import { MatterIdSchema, text, Time } from '../shapes'

/** 保密信息 of a task, as an address to visit: for whoever has the task, for as long as the flow says. Each opening is logged. */
export const openSecret = defineOperation({
  name: 'openSecret',
  summary: '查看一条保密信息，查看会记录在案',
  request: v.object({ matterId: MatterIdSchema, field: text(40) }),
  response: v.object({ words: v.string(), until: v.optional(Time) }),
  problems: ['factor.needed', 'matter.not-found', 'access.outside-jurisdiction', 'secret.closed'],
})
