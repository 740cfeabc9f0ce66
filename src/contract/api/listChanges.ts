import * as v from 'valibot'
import { defineOperation } from '../operation'
import { Page } from '../shapes'
import { MatterView } from '../views'

/**
 * The change feed: every change to a matter I may see, once, in an order that never skips one under concurrent
 * writers. `cursor` moves even when nothing is for me. `GET /api/v1/live?after=<cursor>` streams the same as
 * Server-Sent Events.
 */
export const listChanges = defineOperation({
  name: 'listChanges',
  summary: '从游标往后的变化',
  request: v.object({ ...Page }),
  response: v.object({
    items: v.array(v.object({ action: v.string(), matter: MatterView })),
    cursor: v.string(),
  }),
  problems: ['hub.cursor-invalid'],
})
