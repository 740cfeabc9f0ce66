import * as v from 'valibot'
import { defineOperation } from '../operation'
import { AccountSchema, MatterIdSchema, text, Time } from '../shapes'

const REASON_LENGTH_MAX = 200

export const disablePerson = defineOperation({
  name: 'disablePerson',
  summary: '停用辖区内一个人的账号，所有登录立即失效；返回其手上还没办完的任务，由镇综治中心改派',
  request: v.object({
    account: AccountSchema,
    reason: v.pipe(text(REASON_LENGTH_MAX), v.trim(), v.minLength(1)),
  }),
  response: v.object({
    account: v.string(),
    name: v.string(),
    disabledAt: Time,
    openTasks: v.number(),
    /** The first hundred of them. */
    matters: v.array(v.object({ matterId: MatterIdSchema, number: v.string() })),
  }),
  problems: ['account.set-apart', 'person.not-found', 'person.is-oneself'],
})
