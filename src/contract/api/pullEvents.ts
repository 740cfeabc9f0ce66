import * as v from 'valibot'
import { defineOperation } from '../operation'
import { Page } from '../shapes'

/**
 * For hubs that nothing can reach from outside. `Authorization: Bearer <secret of the endpoint>`. Events come in
 * order from the last acknowledged; unacknowledged events come again.
 */
export const pullEvents = defineOperation({
  name: 'pullEvents',
  summary: '拉取还没有确认的事件（CloudEvents 1.0）',
  request: v.object({ limit: Page.limit }),
  response: v.object({ events: v.array(v.record(v.string(), v.unknown())), cursor: v.string() }),
  problems: [],
})

export const acknowledgeEvents = defineOperation({
  name: 'acknowledgeEvents',
  summary: '确认到游标为止的事件都已收到',
  request: v.object({ cursor: v.pipe(v.string(), v.maxLength(60)) }),
  response: v.object({ cursor: v.string() }),
  problems: ['hub.cursor-invalid'],
})
