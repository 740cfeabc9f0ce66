import * as v from 'valibot'
import { defineOperation } from '../operation'

export const signOut = defineOperation({
  name: 'signOut',
  summary: '退出登录，令牌立即失效',
  request: v.object({}),
  response: v.object({ signedOut: v.literal(true) }),
  problems: [],
})
