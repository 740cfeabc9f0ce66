import * as v from 'valibot'
import { defineOperation } from '../operation'

export const signOut = defineOperation({
  name: 'signOut',
  summary: '退出登录，令牌立即失效',
  request: v.object({}),
  response: v.object({
    signedOut: v.literal(true),
    /** Whoever signed on through another system goes there to sign out of it as well. */
    endUrl: v.optional(v.string()),
  }),
  problems: [],
})
