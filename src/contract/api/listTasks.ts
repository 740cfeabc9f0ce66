import * as v from 'valibot'
import { defineOperation } from '../operation'
import { Next, Page } from '../shapes'
import { MatterView } from '../views'

/** mine: claimed by me · pool: open, and mine to claim · done: those I finished. */
export const taskBoxes = ['mine', 'pool', 'done'] as const

export const listTasks = defineOperation({
  name: 'listTasks',
  summary: '我的任务：在办、待接手、办完的',
  request: v.object({ box: v.optional(v.picklist(taskBoxes)), ...Page }),
  response: v.object({ items: v.array(MatterView), next: Next }),
  problems: [],
})
