import * as v from 'valibot'
import { defineOperation } from '../operation'
import { CommandIdSchema, TaskIdSchema } from '../shapes'
import { MatterView } from '../views'

export const claimTask = defineOperation({
  name: 'claimTask',
  summary: '接手一项任务；只有一个人能接到，其他人会知道是谁接了',
  request: v.object({ commandId: CommandIdSchema, taskId: TaskIdSchema }),
  response: v.object({ matter: MatterView }),
  problems: [
    'command.id-reused',
    'task.not-found',
    'task.already-claimed',
    'matter.action-not-allowed',
    'matter.merging',
  ],
})
