import * as v from 'valibot'
import { defineOperation } from '../operation'
import { MatterIdSchema } from '../shapes'
import { ActionView, HistoryView, LinkedMatter, MatterView } from '../views'

export const getMatter = defineOperation({
  name: 'getMatter',
  summary: '一件事的全部：内容、经过、我现在能做什么',
  request: v.object({ matterId: MatterIdSchema }),
  response: v.object({
    matter: MatterView,
    history: v.array(HistoryView),
    actions: v.array(ActionView),
    /** Matters that belong to this one. */
    children: v.array(LinkedMatter),
  }),
  problems: ['factor.needed', 'matter.not-found', 'access.outside-jurisdiction'],
})
