import * as v from 'valibot'
import { defineOperation } from '../operation'
import { MatterIdSchema } from '../shapes'
import { ActionView, HistoryView, MatterView } from '../views'

export const getMatter = defineOperation({
  name: 'getMatter',
  summary: '一件事的全部：内容、经过、我现在能做什么',
  request: v.object({ matterId: MatterIdSchema }),
  response: v.object({
    matter: MatterView,
    history: v.array(HistoryView),
    actions: v.array(ActionView),
  }),
  problems: ['matter.not-found', 'access.outside-jurisdiction'],
})
