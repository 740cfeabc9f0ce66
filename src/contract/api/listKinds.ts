import * as v from 'valibot'
import { defineOperation } from '../operation'
import { KindView } from '../views'

export const listKinds = defineOperation({
  name: 'listKinds',
  summary: '事件类别：名称、首字母、紧急程度、时限、积分',
  request: v.object({}),
  response: v.object({ items: v.array(KindView) }),
  problems: [],
})
