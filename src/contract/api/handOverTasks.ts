import * as v from 'valibot'
import { defineOperation } from '../operation'
import { AccountSchema, CommandIdSchema, MatterIdSchema, TaskOwnerSchema } from '../shapes'

/**
 * 交接: every open task of somebody who leaves goes to another person, post, pool or department, where it stands. Done
 * in rounds of a hundred: `left` says how many are still to go; the same command again goes on.
 */
export const handOverTasks = defineOperation({
  name: 'handOverTasks',
  summary: '把一个人手上的任务交给别人',
  request: v.object({ commandId: CommandIdSchema, account: AccountSchema, owner: TaskOwnerSchema }),
  response: v.object({
    moved: v.array(v.object({ matterId: MatterIdSchema, number: v.string() })),
    left: v.number(),
  }),
  problems: ['account.set-apart', 'person.not-found', 'matter.unknown-owner'],
})
