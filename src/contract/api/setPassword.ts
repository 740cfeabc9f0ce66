import * as v from 'valibot'
import { defineOperation } from '../operation'
import { AccountSchema, text } from '../shapes'

const PASSWORD_LENGTH_MAX = 200

export const setPassword = defineOperation({
  name: 'setPassword',
  summary: '设置控制台密码：改自己的要带旧密码，管理员可以给辖区内的人设置；其他登录随即失效',
  request: v.object({
    account: AccountSchema,
    password: text(PASSWORD_LENGTH_MAX),
    oldPassword: v.optional(text(PASSWORD_LENGTH_MAX)),
  }),
  response: v.object({ account: v.string(), endedSessions: v.number() }),
  problems: [
    'account.set-apart',
    'password.used-before',
    'person.not-found',
    'password.too-weak',
    'password.no-console-post',
    'access.wrong-password',
    'access.locked',
    'access.disabled',
  ],
})
